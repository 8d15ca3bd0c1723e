-- Every programme, by code, and the schema it lives in.
select p.id, p.code, p.name from programme p order by p.code
