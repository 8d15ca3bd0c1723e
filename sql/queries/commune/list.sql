-- The communes of programme $1, of one office when $2 names it.
select c.insee, c.name, o.code as office
from commune c
join office o on o.programme_id = c.programme_id and o.office_id = c.office_id
where c.programme_id = $1 and ($2::text is null or o.code = $2)
order by c.insee
