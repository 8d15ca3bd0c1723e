-- Adds the staged sheets of instrument $3 at wave $4 to cohort $2, but those that are there.
insert into anonymous_answer (programme_id, cohort_id, instrument_id, wave, sheet, answered_on, answers)
select $1, $2, $3, $4, s.sheet, s.answered_on, s.answers
from staged_sheet s
order by s.line
on conflict (programme_id, cohort_id, instrument_id, wave, sheet) do nothing
