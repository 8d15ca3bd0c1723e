-- What is wrong with the staged half-days of cohort $2, line by line; local times are those of Europe/Paris.
with local as (
    select s.line, s.code, s.date, s.starts, s.ends, s.date + s.starts as starts_local, s.date + s.ends as ends_local,
        (s.date + s.starts) at time zone 'Europe/Paris' as starts_at, (s.date + s.ends) at time zone 'Europe/Paris' as ends_at
    from staged_session s
), clock as (
    select l.line, l.column_name, l.local, l.at from local
    cross join lateral (values (line, 'starts', starts_local, starts_at), (line, 'ends', ends_local, ends_at))
        as l (line, column_name, local, at)
)
select l.line, 'ends' as column_name, 'session_without_minutes' as fault, '' as detail from local l where l.ends_at <= l.starts_at
union all
select l.line, 'ends', 'session_too_long', '' from local l where l.ends_at > l.starts_at + interval '12 hours'
union all
select k.line, k.column_name, 'time_does_not_exist', concat_ws(' ', to_char(k.local, 'HH24:MI'),
    to_char((k.at - interval '1 hour') at time zone 'Europe/Paris', 'HH24:MI'), to_char(k.at at time zone 'Europe/Paris', 'HH24:MI'))
from clock k where k.at at time zone 'Europe/Paris' <> k.local
union all
select k.line, k.column_name, 'time_is_ambiguous', to_char(k.local, 'HH24:MI')
from clock k
where (k.at - interval '1 hour') at time zone 'Europe/Paris' = k.local or (k.at + interval '1 hour') at time zone 'Europe/Paris' = k.local
union all
select s.line, 'date', 'session_outside_the_cohort', c.starts_on || ' – ' || c.ends_on
from staged_session s join cohort c on c.programme_id = $1 and c.cohort_id = $2
where s.date not between c.starts_on and c.ends_on
union all
select d.line, 'session', 'duplicate_line', d.first_line::text
from (select s.line, min(s.line) over (partition by s.code) as first_line from staged_session s) d
where d.line > d.first_line
union all
select a.line, 'starts', 'session_overlaps', b.code
from local a join local b on a.line > b.line and a.code <> b.code and a.starts_at < b.ends_at and b.starts_at < a.ends_at
where not exists (select from session n
    where n.programme_id = $1 and n.cohort_id = $2 and n.code in (a.code, b.code) and n.is_cancelled)
union
select a.line, 'starts', 'session_overlaps', b.code
from local a
join session b on b.programme_id = $1 and b.cohort_id = $2 and not b.is_cancelled and a.code <> b.code
    and a.starts_at < b.ends_at and b.starts_at < a.ends_at
where not exists (select from session n where n.programme_id = $1 and n.cohort_id = $2 and n.code = a.code)
union all
select s.line, 'session', 'session_known_otherwise', b.code
from staged_session s
join session b on b.programme_id = $1 and b.cohort_id = $2 and b.code = s.code
where (b.date, b.half_day, b.starts, b.ends, b.place, b.mode, b.trainer, b.theme)
    is distinct from (s.date, s.half_day, s.starts, s.ends, s.place, s.mode, s.trainer, s.theme)
order by 1, 2, 3
