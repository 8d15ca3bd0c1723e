-- The office of programme $1 whose code or name is $2.
select o.office_id, o.code, o.name, o.short_name
from office o
where o.programme_id = $1 and (o.code = lower($2) or fold($2) in (fold(o.name), fold(o.short_name)))
order by o.code = lower($2) desc, o.code
limit 1
