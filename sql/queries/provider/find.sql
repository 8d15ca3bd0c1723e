-- The providers of programme $1 that $2 names, by id or name.
select p.provider_id, p.name, c.name as commune, o.code as office, o.name as office_name, g.label_fr as category_fr,
    g.label_en as category_en
from provider p
join commune c on c.programme_id = p.programme_id and c.insee = p.insee
join office o on o.programme_id = p.programme_id and o.office_id = p.office_id
join category g on g.code = p.category
where p.programme_id = $1 and (p.provider_id = uuid_or_null($2) or p.name_key = fold($2))
order by c.name, c.insee
