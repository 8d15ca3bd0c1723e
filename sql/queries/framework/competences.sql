-- The competences of framework $1 in their order.
select c.code as competence, c.area_code as area, c.area_fr, c.area_en, c.title_fr, c.title_en
from competence c
where c.framework = $1
order by c.position
