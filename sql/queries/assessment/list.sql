-- The assessments of cohort $2 with their answers, by arrival and wave.
select coalesce(a.email, a.participant_id::text) as participant, o.code as office, s.wave, s.taken_on, s.instrument_id, s.answers
from assessment s
join enrolment e on e.programme_id = s.programme_id and e.enrolment_id = s.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join office o on o.programme_id = s.programme_id and o.office_id = s.office_id
where s.programme_id = $1 and s.cohort_id = $2 and ($3::text is null or s.wave = $3)
order by e.arrival, array_position(array['retrospective', 'before', 'after', 'follow_up'], s.wave), s.taken_on
