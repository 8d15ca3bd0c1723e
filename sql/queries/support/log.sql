-- Logs one act of support for enrolment $3 of cohort $4, given by office $5; what is there already changes nothing.
insert into support (programme_id, support_id, enrolment_id, cohort_id, by_office_id, supported_on, minutes, mode, theme,
    framework, competence, autonomy, outcome, next_action, due_on, done_on, theme_code)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
on conflict (programme_id, enrolment_id, supported_on, theme_key, mode) where not is_cancelled do nothing
