-- Where the lines of an attendance file wait to be checked together.
create temporary table staged_attendance (
    line integer not null, session text not null, participant text not null, status text not null, minutes integer,
    mode text, reason text, session_id uuid, planned_minutes integer, date date, is_cancelled boolean,
    enrolment_id uuid, office_id uuid, enrolment_status text, enrolled_on date, left_on date,
    outcome text
) on commit drop
