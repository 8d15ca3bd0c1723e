-- What office $2 of programme $1 can help with on day $3, by theme.
select t.code as theme, t.label_fr, t.label_en, s.level, s.hours, s.valid_until, s.note
from theme t
join lateral (
    select s.level, s.hours, s.valid_until, s.note from skill_said s
    where s.programme_id = $1 and s.office_id = $2 and s.theme = t.code and s.valid_from <= $3
        and (s.valid_until is null or s.valid_until >= $3)
    order by s.valid_from desc limit 1) s on true
order by t.position
