-- Marks what is staged; a mark that differs is corrected, and the old one is kept by the table itself.
insert into attendance (programme_id, session_id, enrolment_id, cohort_id, office_id, planned_minutes, status, minutes, mode, reason)
select $1, s.session_id, s.enrolment_id, $2, s.office_id, s.planned_minutes, s.status, s.minutes,
    coalesce(s.mode, n.mode), s.reason
from staged_attendance s
join session n on n.programme_id = $1 and n.session_id = s.session_id
where s.outcome in ('marked', 'corrected')
order by s.line
on conflict (programme_id, session_id, enrolment_id) do update
set status = excluded.status, minutes = excluded.minutes, mode = excluded.mode, reason = excluded.reason
