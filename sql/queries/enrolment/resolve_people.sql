-- Finds who of the staged lines is known already: the provider, the person, the enrolment in cohort $2.
-- Whoever was merged is the person kept; a new e-mail beside a provider and name known without one is that person's.
update staged_enrolment s
set known_provider = p.provider_id, named_participant = a.participant_id, known_participant = a.is_now,
    known_enrolment = e.enrolment_id
from staged_enrolment x
left join provider p on p.programme_id = $1 and p.insee = x.insee and p.name_key = x.provider_key
left join lateral (
    select a.participant_id, coalesce(a.merged_into, a.participant_id) as is_now from participant a
    where a.programme_id = $1 and a.email_key = x.email_key
    union all
    (select a.participant_id, coalesce(a.merged_into, a.participant_id) from participant a
    where a.programme_id = $1 and (x.email is null or a.email is null) and a.provider_id = p.provider_id
        and a.name_key = x.person_key
    order by a.email nulls first, a.merged_into nulls first, a.participant_id limit 1)
    limit 1) a on true
left join enrolment e on e.programme_id = $1 and e.cohort_id = $2 and e.participant_id = a.is_now
where x.line = s.line
