-- Whom the pseudonyms of cohort $2 stand for, joined only when an evaluation is printed.
select e.arrival, a.given_name, a.family_name, p.name as provider
from enrolment e
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
left join enrolment_origin s on s.programme_id = e.programme_id and s.enrolment_id = e.enrolment_id
join provider p on p.programme_id = a.programme_id and p.provider_id = coalesce(s.provider_id, a.provider_id)
where e.programme_id = $1 and e.cohort_id = $2
order by e.arrival
