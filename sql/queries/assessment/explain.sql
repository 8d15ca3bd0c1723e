-- Says why enrolment $2 has no assessment at wave $3; said once.
insert into missing_assessment (programme_id, enrolment_id, wave, cohort_id, office_id, reason, note)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (programme_id, enrolment_id, wave) do nothing
returning reason
