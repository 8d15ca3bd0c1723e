-- The half-days of the cohorts $2, cancelled ones left out, by cohort in that order, then in order.
select w.asked, s.code, s.date, s.half_day, s.theme, s.place, s.mode, s.planned_minutes
from unnest($2::uuid[]) with ordinality w (cohort_id, asked)
join session s on s.programme_id = $1 and s.cohort_id = w.cohort_id
where not s.is_cancelled
order by w.asked, s.date, s.starts, s.code
