-- The other people whom the provider of person $2 of programme $1 sends.
select b.participant_id, coalesce(b.email, b.participant_id::text) as participant
from participant a
join participant b on b.programme_id = a.programme_id and b.provider_id = a.provider_id
where a.programme_id = $1 and a.participant_id = $2 and b.participant_id <> a.participant_id and b.merged_into is null
order by b.name_key, b.participant_id
