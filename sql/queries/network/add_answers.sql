-- Adds that whoever is staged answered about cohort $2; an answer that is there keeps its day.
insert into network_answer (programme_id, enrolment_id, wave, question, cohort_id, office_id, answered_on)
select distinct on (s.enrolment_id, s.wave, s.question) $1, s.enrolment_id, s.wave, s.question, $2::uuid, s.office_id,
    s.named_on
from staged_naming s
order by s.enrolment_id, s.wave, s.question, s.named_on
on conflict (programme_id, enrolment_id, wave, question) do nothing
