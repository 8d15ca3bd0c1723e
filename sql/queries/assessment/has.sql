-- Whether enrolment $2 has answered instrument $4 (any, without) at wave $3.
select count(*) as assessments from assessment s
where s.programme_id = $1 and s.enrolment_id = $2 and s.wave = $3 and ($4::uuid is null or s.instrument_id = $4)
