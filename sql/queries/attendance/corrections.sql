-- Every correction of a mark of cohort $2, by half-day and person: what it was, what it became, who changed it and why.
select s.code as session, s.date, coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name,
    c.step - 1 as correction, c.old_status, c.old_minutes, c.old_mode, c.new_status, c.new_minutes, c.new_mode, c.reason, c.actor,
    to_char(c.recorded_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as recorded_at
from attendance_correction c
join session s on s.programme_id = c.programme_id and s.session_id = c.session_id
join enrolment e on e.programme_id = c.programme_id and e.enrolment_id = c.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
where c.programme_id = $1 and s.cohort_id = $2
order by s.date, s.starts, e.arrival, c.step
