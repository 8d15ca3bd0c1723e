-- Publishes version $4 of instrument $3 as of kind $7, with names or ($8) without.
insert into instrument (programme_id, instrument_id, code, version, title, framework, kind, is_anonymous)
values ($1, $2, $3, $4, $5, $6, $7, $8)
