-- The day of a local time of Paris ($1), and its neighbours an hour away where the clock skips it or shows it twice.
select l.local::date as day, l.at at time zone 'Europe/Paris' <> l.local as is_skipped,
    ((l.at - interval '1 hour') at time zone 'Europe/Paris' = l.local or (l.at + interval '1 hour') at time zone 'Europe/Paris' = l.local) as is_twice,
    to_char((l.at - interval '1 hour') at time zone 'Europe/Paris', 'YYYY-MM-DD"T"HH24:MI:SS') as earlier,
    to_char(l.at at time zone 'Europe/Paris', 'YYYY-MM-DD"T"HH24:MI:SS') as later
from (select t.local, t.local at time zone 'Europe/Paris' as at from (select $1::text::timestamp as local) t) l
