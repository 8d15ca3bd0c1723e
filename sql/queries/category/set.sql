-- Has category $1 as the reference data has it.
insert into category (code, label_fr, label_en, position) values ($1, $2, $3, $4)
on conflict (code) do update
set label_fr = excluded.label_fr, label_en = excluded.label_en, position = excluded.position
