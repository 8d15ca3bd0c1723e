-- Where the lines of a session file wait to be checked together.
create temporary table staged_session (
    line integer not null, session_id uuid not null, code text not null, date date not null, half_day text not null,
    starts time not null, ends time not null, place text not null, mode text not null, trainer text not null, theme text not null
) on commit drop
