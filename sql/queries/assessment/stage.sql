-- Where the lines of an assessment file wait to be checked together; answers are in the instrument's item order.
create temporary table staged_assessment (
    line integer not null, participant text not null, taken_on date not null, answers double precision[] not null,
    assessment_id uuid not null, enrolment_id uuid, office_id uuid, enrolment_status text
) on commit drop
