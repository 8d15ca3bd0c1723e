-- What is wrong with the staged skills, line by line.
select s.line, 'office' as column_name, 'office_unknown' as fault,
    coalesce((select string_agg(o.code, ', ' order by o.code) from office o where o.programme_id = $1), '') as detail
from staged_skill s where s.office_id is null
union all
select s.line, 'theme', 'theme_unknown',
    coalesce((select string_agg(t.code, ', ' order by t.position) from theme t where t.is_skill), '')
from staged_skill s where s.code is null
union all
select s.line, 'valid_until', 'skill_ends_before_it_begins', s.valid_from::text
from staged_skill s where s.valid_until < s.valid_from
union all
select d.line, 'theme', 'duplicate_line', d.first_line::text
from (select s.line, min(s.line) over (partition by s.office_id, s.code, s.valid_from) as first_line
    from staged_skill s where s.office_id is not null and s.code is not null) d
where d.line > d.first_line
order by 1, 2, 3
