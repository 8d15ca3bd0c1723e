-- Finds the office that each staged line names, by code or name.
update staged_commune s
set office_id = (
    select o.office_id from office o
    where o.programme_id = $1 and (o.code = lower(s.office) or fold(s.office) in (fold(o.name), fold(o.short_name)))
    order by o.code = lower(s.office) desc, o.code limit 1)
