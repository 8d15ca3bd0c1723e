-- What half-days of cohort $2 were before each change, by half-day and change: who changed them, when and why.
select s.code as session, c.step as change, c.old_date, c.old_half_day, c.old_starts, c.old_ends, c.old_place, c.old_mode,
    c.old_trainer, c.old_theme, c.reason, c.actor,
    to_char(c.recorded_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as recorded_at
from session_change c
join session s on s.programme_id = c.programme_id and s.session_id = c.session_id
where c.programme_id = $1 and s.cohort_id = $2
order by s.date, s.starts, s.code, c.step
