-- Adds whom the staged lines name in cohort $2; who was named before, or taken back since, changes nothing.
insert into network_naming (programme_id, enrolment_id, wave, question, other_enrolment_id, cohort_id, office_id, named_on)
select $1, s.enrolment_id, s.wave, s.question, s.other_enrolment_id, $2, s.office_id, s.named_on
from staged_naming s
where s.other_enrolment_id is not null
order by s.line
on conflict (programme_id, enrolment_id, wave, question, other_enrolment_id) do nothing
