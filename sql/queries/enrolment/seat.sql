-- Gives the free places of cohort $2 to its applications and puts the others on the waiting list; $3 is the day.
-- Places kept for an office come first, then the earliest application, then arrival; nobody overtakes the waiting list,
-- but whoever let an offer lapse and stands behind everybody who was offered none. A place holds from the day of the
-- application, or of its reopening.
with held as (
    select e.office_id,
        count(*) filter (where e.status in
            ('offered', 'enrolled', 'active', 'suspended', 'completed', 'dropped_out', 'excluded')) as seats,
        count(*) filter (where e.status = 'waitlisted' and not exists (
            select from enrolment_history h
            where h.programme_id = e.programme_id and h.enrolment_id = e.enrolment_id
                and h.from_status = 'offered' and h.to_status = 'waitlisted')) as waiting
    from enrolment e where e.programme_id = $1 and e.cohort_id = $2 group by e.office_id
), kept as (
    select q.office_id, greatest(q.seats - coalesce(h.seats, 0), 0) as seats,
        greatest(q.seats - coalesce(h.seats, 0) - coalesce(h.waiting, 0), 0) as for_new
    from cohort_quota q
    join cohort c on c.programme_id = q.programme_id and c.cohort_id = q.cohort_id
    left join held h on h.office_id = q.office_id
    where q.programme_id = $1 and q.cohort_id = $2 and coalesce(c.quota_until, 'infinity') >= $3
), free as (
    select c.places - coalesce((select sum(h.seats) from held h), 0) as seats,
        coalesce((select sum(k.seats) from kept k), 0) as kept,
        coalesce((select sum(h.waiting) from held h), 0) as waiting
    from cohort c where c.programme_id = $1 and c.cohort_id = $2
), candidate as (
    select e.enrolment_id, e.applied_on, e.arrival, coalesce(k.for_new, 0)
            >= row_number() over (partition by e.office_id order by e.applied_on, e.arrival) as is_kept
    from enrolment e
    left join kept k on k.office_id = e.office_id
    where e.programme_id = $1 and e.cohort_id = $2 and e.status = 'applied'
), ranked as (
    select r.enrolment_id, r.is_kept, row_number() over (order by r.is_kept desc, r.applied_on, r.arrival) as overall,
        row_number() over (partition by r.is_kept order by r.applied_on, r.arrival) as among
    from candidate r
)
update enrolment e
set status = case when r.overall <= f.seats and (r.is_kept or r.among <= f.seats - f.kept - f.waiting)
        then 'enrolled' else 'waitlisted' end,
    effective_on = e.effective_on, is_correction = false, reason = null, note = null
from ranked r, free f
where e.programme_id = $1 and e.cohort_id = $2 and e.enrolment_id = r.enrolment_id
