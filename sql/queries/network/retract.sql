-- Takes back that enrolment $2 named enrolment $5 to question $4 at wave $3; said once.
insert into network_retraction (programme_id, enrolment_id, wave, question, other_enrolment_id, office_id, reason)
select m.programme_id, m.enrolment_id, m.wave, m.question, m.other_enrolment_id, m.office_id, $6
from network_naming m
where m.programme_id = $1 and m.enrolment_id = $2 and m.wave = $3 and m.question = $4 and m.other_enrolment_id = $5
on conflict (programme_id, enrolment_id, wave, question, other_enrolment_id) do nothing
