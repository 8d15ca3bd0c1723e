-- The people of programme $1 (not whom others turned out to be), of one cohort ($2) or office ($3) when named, whose name holds $4.
select a.participant_id, coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name, a.email,
    a.phone, o.code as office, c.name as commune, p.name as provider, p.category, h.code as cohort, e.status
from participant a
join provider p on p.programme_id = a.programme_id and p.provider_id = a.provider_id
join commune c on c.programme_id = p.programme_id and c.insee = p.insee
join office o on o.programme_id = a.programme_id and o.office_id = a.office_id
left join enrolment e on e.programme_id = a.programme_id and e.participant_id = a.participant_id
left join cohort h on h.programme_id = e.programme_id and h.cohort_id = e.cohort_id
where a.programme_id = $1 and a.merged_into is null and ($2::text is null or h.code = $2) and ($3::text is null or o.code = $3)
    and ($4::text is null or a.name_key like '%' || replace(replace(replace(fold($4), '\', '\\'), '%', '\%'), '_', '\_') || '%')
order by o.code, a.name_key, a.participant_id, h.code
