-- The half-days of cohort $2, cancelled ones left out, in order.
select s.code, s.date, s.half_day, s.theme, s.place, s.mode, s.planned_minutes
from session s
where s.programme_id = $1 and s.cohort_id = $2 and not s.is_cancelled
order by s.date, s.starts, s.code
