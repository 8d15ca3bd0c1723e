-- In which cohorts person $2 of programme $1 has a place, and how each stands.
select e.enrolment_id, h.code as cohort, h.title, e.status, e.applied_on, e.effective_on
from enrolment e
join cohort h on h.programme_id = e.programme_id and h.cohort_id = e.cohort_id
where e.programme_id = $1 and e.participant_id = $2
order by h.starts_on, h.code
