-- The accesses of programme $1 that the asker may see, the $3 newest, to person $2 when given; names only of the asker's own.
-- Times are those of the clocks of Paris; $4 is the asker's office.
select t.access_id, t.participant_id, a.family_name, a.given_name, x.short_name as asker, o.short_name as owner,
    t.office_id = $4 as is_own, t.reason, (t.granted_at at time zone 'Europe/Paris')::date as granted_on,
    date_trunc('minute', t.granted_at at time zone 'Europe/Paris')::time as granted_time,
    (t.expires_at at time zone 'Europe/Paris')::date as ends_on,
    date_trunc('minute', t.expires_at at time zone 'Europe/Paris')::time as ends_time, t.expires_at > now() as is_open
from temporary_access t
join office x on x.programme_id = t.programme_id and x.office_id = t.office_id
join office o on o.programme_id = t.programme_id and o.office_id = t.owner_office_id
left join participant a on a.programme_id = t.programme_id and a.participant_id = t.participant_id
where t.programme_id = $1 and ($2::uuid is null or t.participant_id = $2)
order by t.granted_at desc, t.access_id
limit $3
