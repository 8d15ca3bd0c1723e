-- Person $2 of programme $1, if the asker may see them.
select a.participant_id, a.family_name, a.given_name, a.email, a.phone, o.code as office, c.name as commune,
    p.name as provider, p.category
from participant a
join provider p on p.programme_id = a.programme_id and p.provider_id = a.provider_id
join commune c on c.programme_id = p.programme_id and c.insee = p.insee
join office o on o.programme_id = a.programme_id and o.office_id = a.office_id
where a.programme_id = $1 and a.participant_id = $2
