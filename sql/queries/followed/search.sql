-- As followed/list, only those whose name or provider holds $6 (case and accents do not matter) and who stand at status $7.
-- Left joins and a coalesce as there.
select a.participant_id, a.family_name, a.given_name, a.email, a.phone, p.name as provider, p.category, c.name as commune,
    e.status, e.applied_on, a.name_key, e.enrolment_id
from cohort h
join enrolment e on e.programme_id = h.programme_id and e.cohort_id = h.cohort_id
left join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
left join provider p on p.programme_id = a.programme_id and p.provider_id = a.provider_id
left join commune c on c.programme_id = p.programme_id and c.insee = p.insee
where e.programme_id = $1 and h.code = $2 and coalesce((a.name_key, a.participant_id) > ($3, $4), false)
    and ($6::text is null or position(fold($6) in a.name_key) > 0 or position(fold($6) in fold(p.name)) > 0
        or position(fold($6) in fold(a.given_name || ' ' || a.family_name)) > 0)
    and ($7::text is null or e.status = $7)
order by a.name_key, a.participant_id
limit $5
