-- Adds an application to cohort $2 for every staged person who has none there, in the order of the lines.
insert into enrolment (programme_id, enrolment_id, cohort_id, participant_id, office_id, arrival, applied_on, status, effective_on)
select $1, s.enrolment_id, $2, a.participant_id, a.office_id,
    (coalesce((select max(e.arrival) from enrolment e where e.programme_id = $1 and e.cohort_id = $2), 0)
        + row_number() over (order by s.line))::integer,
    s.applied_on, 'applied', s.applied_on
from staged_enrolment s
join participant a on a.programme_id = $1 and a.participant_id = coalesce(s.known_participant, s.participant_id)
where s.known_enrolment is null
order by s.line
