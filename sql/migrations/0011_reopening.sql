-- Who withdrew and applies again is expected at no half-day from the withdrawal on, until there is a place again: the place
-- of before was taken for one that is still held.
create view enrolled_span with (security_invoker = true) as
select e.programme_id, e.cohort_id, e.enrolment_id, e.office_id, b.enrolled_on,
    case when e.status in ('dropped_out', 'excluded') then e.effective_on
        when e.status not in ('enrolled', 'active', 'suspended', 'completed') then (
            select min(w.effective_on) from enrolment_history w
            where w.programme_id = e.programme_id and w.enrolment_id = e.enrolment_id and w.to_status = 'withdrawn'
                and w.step > b.step) end as left_on
from enrolment e
join lateral (
    select h.step, h.effective_on as enrolled_on from enrolment_history h
    where h.programme_id = e.programme_id and h.enrolment_id = e.enrolment_id and h.to_status = 'enrolled'
    order by h.step desc limit 1) b on true;
comment on view enrolled_span is
    'From which day on everybody who ever had a place was last enrolled, and the first day no longer, where there is one.';

create or replace view expected_attendance with (security_invoker = true) as
select e.programme_id, e.cohort_id, s.session_id, e.enrolment_id, e.office_id, s.date, s.planned_minutes,
    coalesce(t.status, 'unmarked') as status, coalesce(t.minutes, 0) as minutes, t.mode, t.reason
from enrolled_span e
join session s on s.programme_id = e.programme_id and s.cohort_id = e.cohort_id and not s.is_cancelled
    and s.date >= e.enrolled_on and (e.left_on is null or s.date < e.left_on)
left join attendance t on t.programme_id = e.programme_id and t.session_id = s.session_id and t.enrolment_id = e.enrolment_id;
