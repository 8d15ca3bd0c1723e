-- Whether enrolment $2 was assessed at wave $3.
select count(*) as assessments from assessment s where s.programme_id = $1 and s.enrolment_id = $2 and s.wave = $3
