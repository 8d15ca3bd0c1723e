-- What is wrong with the staged marks, line by line; $3 is the day on which they are made.
select s.line, 'session' as column_name, 'session_unknown' as fault,
    coalesce((select string_agg(n.code, ', ' order by n.date, n.starts) from session n
        where n.programme_id = $1 and n.cohort_id = $2), '') as detail
from staged_attendance s where s.session_id is null
union all
select s.line, 'session', 'session_is_cancelled', s.session from staged_attendance s where s.is_cancelled
union all
select s.line, 'session', 'session_not_held_yet', s.date::text
from staged_attendance s where s.date > $3 and s.status not in ('excused', 'unmarked')
union all
select s.line, 'participant', 'participant_not_in_cohort', s.participant from staged_attendance s where s.enrolment_id is null
union all
select s.line, 'participant', 'participant_never_enrolled', s.enrolment_status
from staged_attendance s where s.enrolment_id is not null and s.enrolled_on is null
union all
select s.line, 'session', 'session_before_enrolment', s.enrolled_on::text
from staged_attendance s where s.date < s.enrolled_on
union all
select s.line, 'session', 'session_after_leaving', s.left_on::text from staged_attendance s where s.date >= s.left_on
union all
select s.line, 'status', 'attended_without_a_place', s.enrolment_status
from staged_attendance s
where s.enrolled_on <= s.date and s.left_on is null and s.status in ('present', 'late', 'left_early')
    and s.enrolment_status in ('applied', 'waitlisted', 'offered', 'rejected', 'withdrawn')
union all
select s.line, 'minutes', 'minutes_missing', s.status from staged_attendance s where s.status in ('late', 'left_early') and s.minutes is null
union all
select s.line, 'minutes', 'minutes_above_planned', s.planned_minutes::text
from staged_attendance s where s.minutes > s.planned_minutes
union all
select s.line, 'minutes', 'minutes_do_not_fit', s.status
from staged_attendance s
where s.minutes <= s.planned_minutes and case s.status when 'present' then s.minutes <> s.planned_minutes
    when 'late' then s.minutes not between 1 and s.planned_minutes - 1
    when 'left_early' then s.minutes not between 1 and s.planned_minutes - 1
    else s.minutes <> 0 end
union all
select d.line, 'participant', 'duplicate_line', d.first_line::text
from (select s.line, min(s.line) over (partition by s.session_id, s.enrolment_id) as first_line
    from staged_attendance s where s.session_id is not null and s.enrolment_id is not null) d
where d.line > d.first_line
union all
select s.line, 'reason', 'correction_without_reason', t.status
from staged_attendance s
join attendance t on t.programme_id = $1 and t.session_id = s.session_id and t.enrolment_id = s.enrolment_id
where s.outcome = 'corrected' and s.reason is null
order by 1, 2, 3
