-- What is wrong with the staged sheets of instrument $3 at wave $4 of cohort $2, line by line; $5 is today.
select d.line, 'sheet' as column_name, 'duplicate_line' as fault, d.first_line::text as detail
from (select s.line, min(s.line) over (partition by s.sheet) as first_line from staged_sheet s) d
where d.line > d.first_line
union all
select s.line, 'sheet', 'sheet_known_otherwise', a.answered_on::text
from staged_sheet s
join anonymous_answer a on a.programme_id = $1 and a.cohort_id = $2 and a.instrument_id = $3 and a.wave = $4
    and a.sheet = s.sheet
where (a.answered_on, a.answers) is distinct from (s.answered_on, s.answers)
union all
select s.line, 'date', 'day_in_the_future', s.answered_on::text from staged_sheet s where s.answered_on > $5
order by 1, 2, 3
