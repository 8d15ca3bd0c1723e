-- The half-days at which person $2 of programme $1 is expected, and the mark at each.
select h.code as cohort, s.code as session, x.date, s.half_day, s.theme, x.status, x.minutes, x.planned_minutes
from enrolment e
join expected_attendance x on x.programme_id = e.programme_id and x.enrolment_id = e.enrolment_id
join session s on s.programme_id = x.programme_id and s.session_id = x.session_id
join cohort h on h.programme_id = e.programme_id and h.cohort_id = e.cohort_id
where e.programme_id = $1 and e.participant_id = $2
order by x.date, s.starts, s.code
