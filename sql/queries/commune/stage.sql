-- Where the lines of a commune file wait to be checked together.
create temporary table staged_commune (
    line integer not null, insee text not null, name text not null, office text not null, office_id uuid
) on commit drop
