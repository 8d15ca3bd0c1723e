-- The record of programme $1 whose e-mail or id is $2, as it is itself, and whether others turned out to be it; locked.
select a.participant_id, coalesce(a.email, a.participant_id::text) as participant, a.office_id, o.code as office,
    a.provider_id, p.name as provider, a.merged_into, exists (
        select from participant g where g.programme_id = a.programme_id and g.merged_into = a.participant_id) as stands_for_others
from participant a
join provider p on p.programme_id = a.programme_id and p.provider_id = a.provider_id
join office o on o.programme_id = a.programme_id and o.office_id = a.office_id
where a.programme_id = $1 and (a.email_key = lower(normalize($2, NFC)) or a.participant_id = uuid_or_null($2))
for update of a
