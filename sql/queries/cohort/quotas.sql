-- The places kept for offices in cohort $2, and how many each holds.
select o.code as office, q.seats,
    (select count(*) from enrolment e
     where e.programme_id = q.programme_id and e.cohort_id = q.cohort_id and e.office_id = q.office_id
         and e.status in ('offered', 'enrolled', 'active', 'suspended', 'completed', 'dropped_out', 'excluded')) as held
from cohort_quota q
join office o on o.programme_id = q.programme_id and o.office_id = q.office_id
where q.programme_id = $1 and q.cohort_id = $2
order by o.code
