-- Whoever of cohort $2 entered by a mark that is no longer the first, or none, is enrolled again: entering comes after.
-- Entries that other steps have followed since stay, but where nothing was attended at all.
update enrolment e
set status = 'enrolled', is_correction = true, reason = null, note = 'attendance_corrected',
    effective_on = case when h.to_status = 'enrolled' then h.effective_on else e.effective_on end
from enrolment_history h
where e.programme_id = $1 and e.cohort_id = $2 and e.status = 'active'
    and h.programme_id = e.programme_id and h.enrolment_id = e.enrolment_id and h.step = e.step - 1
    and exists (select from staged_attendance s
        where s.enrolment_id = e.enrolment_id and s.outcome in ('marked', 'corrected')
            and (s.outcome = 'corrected' or s.date < e.effective_on))
    and coalesce((
        select h.to_status = 'enrolled' and greatest(min(s.date), h.effective_on) <> e.effective_on
        from attendance t
        join session s on s.programme_id = t.programme_id and s.session_id = t.session_id
        where t.programme_id = $1 and t.enrolment_id = e.enrolment_id and t.minutes > 0
        having count(*) > 0), true)
