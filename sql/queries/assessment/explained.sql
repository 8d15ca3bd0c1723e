-- The reason given for the assessment that enrolment $2 lacks at wave $3.
select m.reason, m.note from missing_assessment m where m.programme_id = $1 and m.enrolment_id = $2 and m.wave = $3
