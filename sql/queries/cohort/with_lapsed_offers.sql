-- The cohorts of programme $1 where an offer ended before day $2.
select c.code
from cohort c
where c.programme_id = $1 and exists (
    select from enrolment e
    where e.programme_id = c.programme_id and e.cohort_id = c.cohort_id and e.status = 'offered'
        and e.offered_until <= $2::date::timestamp at time zone 'Europe/Paris')
order by c.code
