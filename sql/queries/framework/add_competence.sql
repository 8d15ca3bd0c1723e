-- Adds competence $2 to framework $1 unless it is there.
insert into competence (framework, code, position, area_code, area_fr, area_en, title_fr, title_en)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (framework, code) do nothing
