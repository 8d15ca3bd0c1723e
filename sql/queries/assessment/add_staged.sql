-- Adds the staged assessments of instrument $3 at wave $4 that are not there yet.
insert into assessment (programme_id, assessment_id, cohort_id, enrolment_id, office_id, instrument_id, wave, taken_on, answers)
select $1, s.assessment_id, $2, s.enrolment_id, s.office_id, $3, $4, s.taken_on, s.answers
from staged_assessment s
order by s.line
on conflict on constraint assessment_is_once_per_wave do nothing
