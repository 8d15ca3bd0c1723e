-- The places that were moved when person $2 of programme $1 became another, and where each stands.
select h.code as cohort, e.status, true as is_moved
from participant_merge m
join enrolment e on e.programme_id = m.programme_id and e.enrolment_id = any (m.enrolments)
join cohort h on h.programme_id = e.programme_id and h.cohort_id = e.cohort_id
where m.programme_id = $1 and m.gone_id = $2 and m.undoes is null and not exists (
    select from participant_merge u where u.programme_id = m.programme_id and u.undoes = m.merge_id)
order by h.starts_on, h.code
