-- Finds the office and theme that each staged line names, and what was last said of them from the same day.
update staged_skill s
set office_id = o.office_id, code = t.code, step = coalesce(k.step, 0),
    is_same = k.step is not null and (k.level, k.hours, k.valid_until, k.note)
        is not distinct from (x.level, x.hours, x.valid_until, coalesce(x.note, k.note))
from staged_skill x
left join lateral (
    select o.office_id from office o
    where o.programme_id = $1 and (o.code = lower(x.office) or fold(x.office) in (fold(o.name), fold(o.short_name)))
    order by o.code = lower(x.office) desc, o.code limit 1) o on true
left join lateral (
    select t.code from theme t
    where t.is_skill and (t.code = replace(fold(x.theme), ' ', '_') or fold(x.theme) in (fold(t.label_fr), fold(t.label_en)))
    order by t.position limit 1) t on true
left join skill_said k on k.programme_id = $1 and k.office_id = o.office_id and k.theme = t.code and k.valid_from = x.valid_from
where x.line = s.line
