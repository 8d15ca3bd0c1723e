-- Has competence $2 of framework $1 as the reference data has it; its code and place never change.
insert into competence (framework, code, position, area_code, area_fr, area_en, title_fr, title_en)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (framework, code) do update
set area_fr = excluded.area_fr, area_en = excluded.area_en, title_fr = excluded.title_fr, title_en = excluded.title_en
