-- The most that can be scored in each framework whose scores stop at a level, with its source.
select c.framework, c.level, c.per_competence, c.total, c.stated_on, c.source_fr, c.source_en
from framework_ceiling c
order by c.framework, c.level
