-- What was merged with, taken from, or transferred of person $2 of programme $1, in order.
select x.what, x.person, x.from_office, x.to_office, x.reason, x.actor,
    to_char(x.recorded_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as recorded_at
from (
    select case when m.undoes is null then 'merged' else 'unmerged' end as what,
        coalesce(g.email, g.participant_id::text) as person, null as from_office, null as to_office, m.reason, m.actor,
        m.recorded_at, m.merge_id as id
    from participant_merge m
    join participant g on g.programme_id = m.programme_id and g.participant_id = m.gone_id
    where m.programme_id = $1 and $2 in (m.kept_id, m.gone_id)
    union all
    select 'transferred', coalesce(a.email, a.participant_id::text), o.code, d.code, t.reason, t.actor, t.recorded_at,
        t.transfer_id
    from participant_transfer t
    join participant a on a.programme_id = t.programme_id and a.participant_id = t.participant_id
    join office o on o.programme_id = t.programme_id and o.office_id = t.from_office_id
    join office d on d.programme_id = t.programme_id and d.office_id = t.to_office_id
    where t.programme_id = $1 and t.participant_id = $2
) x
order by x.recorded_at, x.id
