-- Who is first on the waiting list of cohort $2 for whom a place is free, while the quotas hold ($3) or are released.
-- A free place stays kept for an office below its quota, unless somebody freed it ($4); one that lapsed goes to those who let
-- none lapse ($5).
with held as (
    select e.office_id, count(*) as seats from enrolment e
    where e.programme_id = $1 and e.cohort_id = $2
        and e.status in ('offered', 'enrolled', 'active', 'suspended', 'completed', 'dropped_out', 'excluded')
    group by e.office_id
), kept as (
    select coalesce(sum(greatest(q.seats - coalesce(h.seats, 0), 0)), 0) as seats
    from cohort_quota q
    left join held h on h.office_id = q.office_id
    where q.programme_id = $1 and q.cohort_id = $2 and $3 and not $4
)
select w.enrolment_id, coalesce(a.email, a.participant_id::text) as participant, e.effective_on
from waiting_list w
join enrolment e on e.programme_id = w.programme_id and e.enrolment_id = w.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join cohort c on c.programme_id = w.programme_id and c.cohort_id = w.cohort_id
cross join kept k
where w.programme_id = $1 and w.cohort_id = $2 and w.quotas_hold = $3 and (w.lapses = 0 or not $5)
    and c.places > coalesce((select sum(h.seats) from held h), 0) + case when w.is_below_quota then 0 else k.seats end
order by w.rank
limit 1
