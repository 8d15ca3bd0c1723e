-- The person of programme $1 whose e-mail or id is $2, or whom that person turned out to be.
select a.participant_id, coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name, a.email,
    a.phone, o.code as office, c.name as commune, p.name as provider, p.category
from participant n
join participant a on a.programme_id = n.programme_id and a.participant_id = coalesce(n.merged_into, n.participant_id)
join provider p on p.programme_id = a.programme_id and p.provider_id = a.provider_id
join commune c on c.programme_id = p.programme_id and c.insee = p.insee
join office o on o.programme_id = a.programme_id and o.office_id = a.office_id
where n.programme_id = $1 and (n.email_key = lower(normalize($2, NFC)) or n.participant_id = uuid_or_null($2))
limit 1
