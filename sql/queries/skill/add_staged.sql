-- Adds what is staged and not the same as what was last said; what was said before stays.
insert into skill (programme_id, office_id, theme, valid_from, step, valid_until, level, hours, note)
select $1, s.office_id, s.code, s.valid_from, s.step + 1, s.valid_until, s.level, s.hours, s.note
from staged_skill s
where not s.is_same
order by s.line
