-- Makes category $1 known, as the reference data has it.
insert into category (code, label_fr, label_en, position) values ($1, $2, $3, $4) on conflict (code) do nothing
