-- What is wrong with the staged lines, line by line.
select s.line, 'office' as column_name, 'office_unknown' as fault,
    coalesce((select string_agg(o.code, ', ' order by o.code) from office o where o.programme_id = $1), '') as detail
from staged_commune s where s.office_id is null
union all
select d.line, 'insee', 'duplicate_line', d.first_line::text
from (select s.line, min(s.line) over (partition by s.insee) as first_line from staged_commune s) d
where d.line > d.first_line
union all
select s.line, 'insee', 'commune_known_otherwise', c.name || ' (' || o.code || ')'
from staged_commune s
join commune c on c.programme_id = $1 and c.insee = s.insee
join office o on o.programme_id = c.programme_id and o.office_id = c.office_id
where c.name <> s.name or c.office_id <> s.office_id
order by 1, 2
