-- Whom the pseudonyms of the cohorts $2 stand for, by cohort in that order; joined only when an evaluation is printed.
select w.asked, e.arrival, a.given_name, a.family_name, p.name as provider
from unnest($2::uuid[]) with ordinality w (cohort_id, asked)
join enrolment e on e.programme_id = $1 and e.cohort_id = w.cohort_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
left join enrolment_origin s on s.programme_id = e.programme_id and s.enrolment_id = e.enrolment_id
join provider p on p.programme_id = a.programme_id and p.provider_id = coalesce(s.provider_id, a.provider_id)
order by w.asked, e.arrival
