-- Who is first on the waiting list of cohort $2 for whom a place is free; those kept for other offices on day $3 are not.
with held as (
    select e.office_id, count(*) as seats from enrolment e
    where e.programme_id = $1 and e.cohort_id = $2
        and e.status in ('offered', 'enrolled', 'active', 'suspended', 'completed', 'dropped_out', 'excluded')
    group by e.office_id
), kept as (
    select q.office_id, greatest(q.seats - coalesce(h.seats, 0), 0) as seats
    from cohort_quota q
    join cohort c on c.programme_id = q.programme_id and c.cohort_id = q.cohort_id
    left join held h on h.office_id = q.office_id
    where q.programme_id = $1 and q.cohort_id = $2 and coalesce(c.quota_until, 'infinity') >= $3::date
)
select w.enrolment_id, coalesce(a.email, a.participant_id::text) as participant, e.effective_on
from waiting_list w
join enrolment e on e.programme_id = w.programme_id and e.enrolment_id = w.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join cohort c on c.programme_id = w.programme_id and c.cohort_id = w.cohort_id
where w.programme_id = $1 and w.cohort_id = $2
    and c.places > coalesce((select sum(h.seats) from held h), 0)
        + coalesce((select sum(k.seats) from kept k where k.office_id <> w.office_id), 0)
order by w.rank
limit 1
