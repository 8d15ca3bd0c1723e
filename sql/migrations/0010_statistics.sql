-- What the planner is to know: an office and a cohort are of one programme, so that their rows are not taken for fewer.
create statistics provider_of_programme (dependencies) on programme_id, office_id from provider;
create statistics participant_of_programme (dependencies) on programme_id, office_id, provider_id from participant;
create statistics enrolment_of_programme (dependencies) on programme_id, office_id, cohort_id, participant_id from enrolment;
create statistics session_of_programme (dependencies) on programme_id, cohort_id from session;
create statistics attendance_of_programme (dependencies) on programme_id, office_id, cohort_id, enrolment_id, session_id
    from attendance;
create statistics assessment_of_programme (dependencies) on programme_id, office_id, cohort_id, enrolment_id, instrument_id
    from assessment;
