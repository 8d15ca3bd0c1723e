-- Which office asks, of which programme.
select o.code as office, o.name, o.short_name, p.code as programme, p.name as programme_name
from office o
join programme p on p.id = o.programme_id
where o.programme_id = $1 and o.office_id = $2
