-- Adds the question at position $3 to instrument $2.
insert into item (programme_id, instrument_id, position, code, framework, competence, text_fr, text_en, minimum, maximum, is_reversed)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
