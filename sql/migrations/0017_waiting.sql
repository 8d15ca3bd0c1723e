-- The waiting list: what really tells two neighbours apart, and a quota that lets pass as many as it has places left.
set local citus.multi_shard_modify_mode = 'sequential';

create or replace view waiting_list with (security_invoker = true) as
select r.programme_id, r.cohort_id, r.enrolment_id, r.office_id, r.quotas_hold, r.lapses, r.is_below_quota,
    row_number() over line as rank,
    case when r.lapses > lag(r.lapses) over line then 'offer_lapsed'
        when lead(r.lapses) over line > r.lapses then 'fewer_offers_lapsed'
        when r.is_below_quota and not lead(r.is_below_quota) over line then 'office_below_quota'
        when lead(r.applied_on) over line > r.applied_on then 'earliest_application'
        when lead(r.applied_on) over line is not null then 'arrival'
        when lag(r.applied_on) over line is null then 'alone'
        when not r.is_below_quota and lag(r.is_below_quota) over line then 'behind_quota'
        when r.applied_on > lag(r.applied_on) over line then 'later_application'
        else 'arrival' end as because
from (
    select t.programme_id, t.cohort_id, t.enrolment_id, t.office_id, t.applied_on, t.arrival, t.quotas_hold, t.lapses,
        t.quotas_hold and t.places_left >= row_number() over (
            partition by t.programme_id, t.cohort_id, t.quotas_hold, t.office_id
            order by t.lapses, t.applied_on, t.arrival) as is_below_quota
    from (
        select w.programme_id, w.cohort_id, w.enrolment_id, w.office_id, w.applied_on, w.arrival, k.quotas_hold,
            coalesce(l.lapses, 0) as lapses, coalesce(q.seats, 0) - coalesce(h.held, 0) as places_left
        from enrolment w
        cross join (values (true), (false)) as k (quotas_hold)
        left join cohort_quota q on q.programme_id = w.programme_id and q.cohort_id = w.cohort_id
            and q.office_id = w.office_id
        left join (
            select e.programme_id, e.cohort_id, e.office_id, count(*) as held from enrolment e
            where e.status in ('offered', 'enrolled', 'active', 'suspended', 'completed', 'dropped_out', 'excluded')
            group by e.programme_id, e.cohort_id, e.office_id
        ) h on h.programme_id = w.programme_id and h.cohort_id = w.cohort_id and h.office_id = w.office_id
        left join (
            select s.programme_id, s.enrolment_id, count(*) as lapses from enrolment_history s
            where s.from_status = 'offered' and s.to_status = 'waitlisted'
            group by s.programme_id, s.enrolment_id
        ) l on l.programme_id = w.programme_id and l.enrolment_id = w.enrolment_id
        where w.status = 'waitlisted'
    ) t
) r
window line as (partition by r.programme_id, r.cohort_id, r.quotas_hold
    order by r.lapses, r.is_below_quota desc, r.applied_on, r.arrival);
comment on view waiting_list is 'Who is next, while the quotas hold and once they are released, and what tells them from the '
    'next: whoever let no offer lapse, then an office below its quota for as many as it has places left, then the earliest '
    'application, then arrival.';
