-- Where the lines of a network file wait to be checked together; whoever names nobody has a line without another.
create temporary table staged_naming (
    line integer not null, participant text not null, other text, question text not null, wave text not null,
    named_on date not null, enrolment_id uuid, office_id uuid, status text, other_enrolment_id uuid, other_status text
) on commit drop
