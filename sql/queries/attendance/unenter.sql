-- Whoever of cohort $2 entered by a mark that was corrected, and was seen at no half-day, has not entered: enrolled again.
update enrolment e
set status = 'enrolled', is_correction = true, reason = null, note = 'attendance corrected', effective_on = (
    select max(h.effective_on) from enrolment_history h
    where h.programme_id = $1 and h.enrolment_id = e.enrolment_id and h.to_status = 'enrolled')
where e.programme_id = $1 and e.cohort_id = $2 and e.status = 'active'
    and exists (select from attendance_correction c where c.programme_id = $1 and c.enrolment_id = e.enrolment_id)
    and not exists (select from attendance t where t.programme_id = $1 and t.enrolment_id = e.enrolment_id and t.minutes > 0)
