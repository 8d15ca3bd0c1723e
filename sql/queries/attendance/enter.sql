-- Whoever of cohort $2 is enrolled and was seen at a half-day has entered: active from the first one.
update enrolment e
set status = 'active', effective_on = greatest(f.first_day, e.effective_on), is_correction = false, reason = null, note = null
from (
    select t.enrolment_id, min(s.date) as first_day
    from attendance t
    join session s on s.programme_id = t.programme_id and s.session_id = t.session_id
    where t.programme_id = $1 and t.cohort_id = $2 and t.minutes > 0
    group by t.enrolment_id
) f
where e.programme_id = $1 and e.cohort_id = $2 and e.enrolment_id = f.enrolment_id and e.status = 'enrolled'
