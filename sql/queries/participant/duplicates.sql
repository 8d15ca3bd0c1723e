-- Two records of programme $1 that may be one person: same e-mail, or same name and provider, whatever the accents and case.
select case when x.is_email then 'same_email' else 'same_name_and_provider' end as because,
    coalesce(a.email, a.participant_id::text) as participant, coalesce(b.email, b.participant_id::text) as other,
    a.family_name, a.given_name, p.name as provider, o.code as office, a.phone, b.family_name as other_family_name,
    b.given_name as other_given_name, r.name as other_provider, q.code as other_office, b.phone as other_phone
from (
    select d.one, d.two, bool_or(d.is_email) as is_email
    from (
        select a.participant_id as one, b.participant_id as two, true as is_email
        from participant a
        join participant b on b.programme_id = a.programme_id and fold(b.email) = fold(a.email)
        where a.programme_id = $1 and a.merged_into is null and b.merged_into is null and a.participant_id < b.participant_id
        union all
        select a.participant_id, b.participant_id, false
        from participant a
        join provider p on p.programme_id = a.programme_id and p.provider_id = a.provider_id
        join provider r on r.programme_id = p.programme_id and r.name_key = p.name_key
        join participant b on b.programme_id = r.programme_id and b.provider_id = r.provider_id and b.name_key = a.name_key
        where a.programme_id = $1 and a.merged_into is null and b.merged_into is null and a.participant_id < b.participant_id
    ) d
    group by d.one, d.two
) x
join participant a on a.programme_id = $1 and a.participant_id = x.one
join participant b on b.programme_id = $1 and b.participant_id = x.two
join provider p on p.programme_id = a.programme_id and p.provider_id = a.provider_id
join provider r on r.programme_id = b.programme_id and r.provider_id = b.provider_id
join office o on o.programme_id = a.programme_id and o.office_id = a.office_id
join office q on q.programme_id = b.programme_id and q.office_id = b.office_id
order by a.name_key, a.participant_id, b.participant_id
