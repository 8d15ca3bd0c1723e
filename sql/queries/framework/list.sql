-- The frameworks, with how many areas and competences each has.
select f.code as framework, f.title_fr, f.title_en, count(distinct c.area_code) as areas, count(c.*) as competences
from framework f
left join competence c on c.framework = f.code
group by f.code
order by f.code
