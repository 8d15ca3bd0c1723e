-- The acts of support of cohort $2 that are on a competence, by person, up to day $3.
select coalesce(a.email, a.participant_id::text) as participant, p.competence, p.supported_on as date, p.outcome
from support p
join enrolment e on e.programme_id = p.programme_id and e.enrolment_id = p.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
where p.programme_id = $1 and p.cohort_id = $2 and p.competence is not null and not p.is_cancelled and p.supported_on <= $3
order by e.arrival, p.supported_on
