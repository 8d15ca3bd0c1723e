-- Adds a programme unless one of this code is there; says whether it was added.
insert into programme (id, code, name) values ($1, $2, $3)
on conflict on constraint programme_code_is_unique do nothing
returning id
