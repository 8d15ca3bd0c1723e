-- Changes half-day $3 of cohort $2, unless it is cancelled, and keeps what it was; the database alone turns local times into instants.
with kept as (
    insert into session_change (programme_id, session_id, step, old_date, old_half_day, old_starts, old_ends, old_place, old_mode,
        old_trainer, old_theme, reason)
    select s.programme_id, s.session_id,
        coalesce((select max(c.step) from session_change c where c.programme_id = s.programme_id and c.session_id = s.session_id), 0)
            + 1,
        s.date, s.half_day, s.starts, s.ends, s.place, s.mode, s.trainer, s.theme, $12
    from session s
    where s.programme_id = $1 and s.cohort_id = $2 and s.code = $3 and not s.is_cancelled
    returning session_id
)
update session s
set date = $4, half_day = $5, starts = $6, ends = $7, place = $8, mode = $9, trainer = $10, theme = $11,
    starts_at = ($4::date + $6::time) at time zone 'Europe/Paris', ends_at = ($4::date + $7::time) at time zone 'Europe/Paris',
    planned_minutes = (extract(epoch from (($4::date + $7::time) at time zone 'Europe/Paris')
        - (($4::date + $6::time) at time zone 'Europe/Paris')) / 60)::integer
from kept k
where s.programme_id = $1 and s.cohort_id = $2 and s.session_id = k.session_id
