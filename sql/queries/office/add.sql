-- Adds an office to programme $1 unless its code is there.
insert into office (programme_id, office_id, code, name, short_name) values ($1, $2, $3, $4, $5)
on conflict on constraint office_code_is_unique do nothing
returning office_id
