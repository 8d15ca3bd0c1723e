-- Makes framework $1 known unless it is.
insert into framework (code, title_fr, title_en) values ($1, $2, $3) on conflict (code) do nothing
