-- The marks of cohort $2 up to day $3, by half-day and arrival.
select s.code as session, e.arrival, t.status, t.minutes
from attendance t
join session s on s.programme_id = t.programme_id and s.cohort_id = t.cohort_id and s.session_id = t.session_id
join enrolment e on e.programme_id = t.programme_id and e.cohort_id = t.cohort_id and e.enrolment_id = t.enrolment_id
where t.programme_id = $1 and t.cohort_id = $2 and s.date <= $3 and not s.is_cancelled
order by s.date, s.starts, s.code, e.arrival
