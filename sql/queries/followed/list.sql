-- Those of cohort $2 whom the asker follows, in the order of names, after name $3 and id $4, $5 at most.
-- Left joins and a coalesce that take nobody away: else the server, which knows nothing of how the offices of two tables hang
-- together, expects a few people where there are all of an office, and looks each up in every table.
select a.participant_id, a.family_name, a.given_name, a.email, a.phone, p.name as provider, p.category, c.name as commune,
    e.status, e.applied_on, a.name_key, e.enrolment_id
from cohort h
join enrolment e on e.programme_id = h.programme_id and e.cohort_id = h.cohort_id
left join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
left join provider p on p.programme_id = a.programme_id and p.provider_id = a.provider_id
left join commune c on c.programme_id = p.programme_id and c.insee = p.insee
where e.programme_id = $1 and h.code = $2 and coalesce((a.name_key, a.participant_id) > ($3, $4), false)
order by a.name_key, a.participant_id
limit $5
