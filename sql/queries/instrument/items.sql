-- The questions of instrument $2 in their order, each with its competence and area.
select t.code as item, t.competence, c.area_code as area, c.title_fr as competence_fr, c.title_en as competence_en,
    c.area_fr, c.area_en, t.text_fr, t.text_en, t.minimum, t.maximum, t.is_reversed
from item t
join competence c on c.framework = t.framework and c.code = t.competence
where t.programme_id = $1 and t.instrument_id = $2
order by t.position
