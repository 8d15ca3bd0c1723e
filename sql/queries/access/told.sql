-- The temporary accesses of programme $1, newest first: who asked with which pass, for whom, whose person it was, why, until when.
-- Only those of office $2, asking or asked; of person $3; and only those that are open now, when told.
select t.access_id, a.code as office, w.label as pass, coalesce(p.email, p.participant_id::text) as participant, p.family_name,
    p.given_name, o.code as owner, t.reason, t.granted_at, t.expires_at, t.expires_at > now() as is_open
from temporary_access t
join office a on a.programme_id = t.programme_id and a.office_id = t.office_id
join office o on o.programme_id = t.programme_id and o.office_id = t.owner_office_id
join participant p on p.programme_id = t.programme_id and p.participant_id = t.participant_id
join pass w on w.programme_id = t.programme_id and w.pass_id = t.pass_id
where t.programme_id = $1 and ($2::text is null or $2 in (a.code, o.code))
    and ($3::text is null or p.email_key = lower(normalize($3, NFC)) or p.participant_id = uuid_or_null($3))
    and (t.expires_at > now() or not $4)
order by t.granted_at desc, t.access_id
