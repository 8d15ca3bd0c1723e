-- Where the lines of a file of skills wait to be checked together.
create temporary table staged_skill (
    line integer not null, office text not null, theme text not null, level integer not null, hours double precision,
    valid_from date not null, valid_until date, note text,
    office_id uuid, code text, step integer, is_same boolean
) on commit drop
