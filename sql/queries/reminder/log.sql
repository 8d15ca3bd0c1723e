-- Logs that enrolment $2 of cohort $3 was reminded of the assessment at wave $5; the same day by the same channel is said once.
insert into reminder (programme_id, enrolment_id, cohort_id, office_id, wave, channel, sent_on, note)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (programme_id, enrolment_id, wave, channel, sent_on) do nothing
