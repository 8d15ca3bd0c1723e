-- The providers of programme $1, of one office when $2 names it.
select o.code as office, c.name as commune, c.insee, p.name, p.category
from provider p
join commune c on c.programme_id = p.programme_id and c.insee = p.insee
join office o on o.programme_id = p.programme_id and o.office_id = p.office_id
where p.programme_id = $1 and ($2::text is null or o.code = $2)
order by o.code, p.name_key, c.insee
