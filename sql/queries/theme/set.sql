-- Has theme $1 as the reference data has it.
insert into theme (code, label_fr, label_en, is_skill, position) values ($1, $2, $3, $4, $5)
on conflict (code) do update
set label_fr = excluded.label_fr, label_en = excluded.label_en, is_skill = excluded.is_skill, position = excluded.position
