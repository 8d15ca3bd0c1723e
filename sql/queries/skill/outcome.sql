-- What each staged line does: say something for the first time, anew, or nothing.
select s.line, case when s.is_same then 'unchanged' when s.step = 0 then 'added' else 'changed' end as outcome
from staged_skill s
order by s.line
