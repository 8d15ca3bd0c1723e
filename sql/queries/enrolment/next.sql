-- Who is first on the waiting list of cohort $2 while a place is free.
select w.enrolment_id, coalesce(a.email, a.participant_id::text) as participant
from waiting_list w
join enrolment e on e.programme_id = w.programme_id and e.enrolment_id = w.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join cohort c on c.programme_id = w.programme_id and c.cohort_id = w.cohort_id
where w.programme_id = $1 and w.cohort_id = $2 and c.places > (
    select count(*) from enrolment h
    where h.programme_id = $1 and h.cohort_id = $2
        and h.status in ('offered', 'enrolled', 'active', 'suspended', 'completed', 'dropped_out', 'excluded'))
order by w.rank
limit 1
