-- What each staged line will do: mark, correct, or nothing. Asked before it is done.
select s.line, case when t.programme_id is null then 'marked'
    when (t.status, t.minutes, t.mode) is distinct from (s.status, s.minutes, coalesce(s.mode, t.mode)) then 'corrected'
    else 'unchanged' end as outcome
from staged_attendance s
left join attendance t on t.programme_id = $1 and t.session_id = s.session_id and t.enrolment_id = s.enrolment_id
order by s.line
