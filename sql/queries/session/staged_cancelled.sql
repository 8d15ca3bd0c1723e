-- The half-days of cohort $2 among the staged ones that are cancelled, and stay so.
select b.code
from staged_session s
join session b on b.programme_id = $1 and b.cohort_id = $2 and b.code = s.code and b.is_cancelled
order by b.date, b.starts
