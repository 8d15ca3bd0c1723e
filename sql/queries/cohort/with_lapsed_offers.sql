-- The cohorts of programme $1 where an offer ended before day $2, or whose quotas are released while somebody waits.
select c.code
from cohort c
where c.programme_id = $1 and (exists (
    select from enrolment e
    where e.programme_id = c.programme_id and e.cohort_id = c.cohort_id and e.status = 'offered'
        and e.offered_until <= $2::date::timestamp at time zone 'Europe/Paris')
    or c.quota_until < $2 and c.ends_on >= $2 and c.status in ('open', 'running') and exists (
        select from waiting_list w
        where w.programme_id = c.programme_id and w.cohort_id = c.cohort_id and not w.quotas_hold and w.lapses = 0)
    and c.places > (select count(*) from enrolment e
        where e.programme_id = c.programme_id and e.cohort_id = c.cohort_id
            and e.status in ('offered', 'enrolled', 'active', 'suspended', 'completed', 'dropped_out', 'excluded')))
order by c.code
