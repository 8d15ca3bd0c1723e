-- Compares each staged line with the mark there is: new, the same, a correction, or ($2, a file) corrected since it was sent.
-- A line of a file that says unmarked and nothing else says nothing; the first mark of somebody unmarked corrects nothing.
update staged_attendance s
set outcome = case when t.programme_id is null then 'marked'
    when (t.status, t.minutes) = (s.status, s.minutes) and (s.mode is null or t.mode is not distinct from s.mode)
        and (s.reason is null or t.reason is not distinct from s.reason) then 'unchanged'
    when $2 and s.status = 'unmarked' and s.reason is null then 'unchanged'
    when $2 and exists (
        select from attendance_correction c
        where c.programme_id = $1 and c.session_id = s.session_id and c.enrolment_id = s.enrolment_id
            and (c.old_status, c.old_minutes) = (s.status, s.minutes) and (s.mode is null or c.old_mode = s.mode)
            and c.old_reason is not distinct from s.reason) then 'corrected_since'
    when t.status = 'unmarked' then 'marked'
    else 'corrected' end
from staged_attendance x
left join attendance t on t.programme_id = $1 and t.session_id = x.session_id and t.enrolment_id = x.enrolment_id
where x.line = s.line
