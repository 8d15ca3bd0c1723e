-- The temporary accesses of programme $1 that the asker may see, newest first: who asked, to whose person, why, until when.
select t.access_id, t.participant_id, a.code as office, o.code as owner, t.reason, t.granted_at, t.expires_at,
    t.expires_at > now() as is_open
from temporary_access t
join office a on a.programme_id = t.programme_id and a.office_id = t.office_id
join office o on o.programme_id = t.programme_id and o.office_id = t.owner_office_id
where t.programme_id = $1 and ($2::uuid is null or t.participant_id = $2)
order by t.granted_at desc, t.access_id
