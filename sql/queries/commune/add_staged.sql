-- Adds the staged communes that are not there yet.
insert into commune (programme_id, insee, name, office_id)
select $1, s.insee, s.name, s.office_id from staged_commune s order by s.line
on conflict (programme_id, insee) do nothing
