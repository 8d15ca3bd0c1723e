-- Makes person $4 of programme $1 the person $3, with every place but those in cohorts where $3 has one.
insert into participant_merge (programme_id, merge_id, kept_id, gone_id, enrolments, reason)
values ($1, $2, $3, $4, array(
    select e.enrolment_id from enrolment e
    where e.programme_id = $1 and e.participant_id = $4 and not exists (
        select from enrolment k where k.programme_id = e.programme_id and k.cohort_id = e.cohort_id and k.participant_id = $3)), $5)
