-- Publishes version $4 of instrument $3.
insert into instrument (programme_id, instrument_id, code, version, title, framework) values ($1, $2, $3, $4, $5, $6)
