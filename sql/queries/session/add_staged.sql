-- Schedules the staged half-days that cohort $2 has not yet; the database alone turns local times into instants.
insert into session (programme_id, session_id, cohort_id, code, date, half_day, starts, ends, starts_at, ends_at,
    planned_minutes, place, mode, trainer, theme)
select $1, s.session_id, $2, s.code, s.date, s.half_day, s.starts, s.ends,
    (s.date + s.starts) at time zone 'Europe/Paris', (s.date + s.ends) at time zone 'Europe/Paris',
    (extract(epoch from ((s.date + s.ends) at time zone 'Europe/Paris') - ((s.date + s.starts) at time zone 'Europe/Paris')) / 60)::integer,
    s.place, s.mode, s.trainer, s.theme
from staged_session s
where not exists (select from session b where b.programme_id = $1 and b.cohort_id = $2 and b.code = s.code)
order by s.line
