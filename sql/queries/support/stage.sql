-- Where the lines of a support file wait to be checked together.
create temporary table staged_support (
    line integer not null, participant text not null, supported_on date not null, minutes integer not null,
    mode text not null, theme text not null, competence text, autonomy text not null, outcome text not null,
    next_action text, due_on date, done_on date, office text, support_id uuid not null, enrolment_id uuid,
    status text, by_office_id uuid, framework text, theme_code text
) on commit drop
