-- The half-days that the enrolments of cohort $2 attended by day $3, for their certificates.
select e.arrival, s.date, s.half_day, s.theme, x.minutes, coalesce(x.mode, s.mode) as mode
from expected_attendance x
join session s on s.programme_id = x.programme_id and s.session_id = x.session_id
join enrolment e on e.programme_id = x.programme_id and e.enrolment_id = x.enrolment_id
where x.programme_id = $1 and x.cohort_id = $2 and x.date <= $3 and x.minutes > 0
order by e.arrival, s.date, s.starts, s.code
