-- The names of the communes of programme $1 that $2 names, by INSEE code or name.
select c.name from commune c
where c.programme_id = $1 and (c.insee = upper($2) or c.name_key = fold($2))
order by c.insee
