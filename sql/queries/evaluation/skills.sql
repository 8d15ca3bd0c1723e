-- Each office of programme $1 on each theme that is a skill, with its level and hours where it has one on day $2.
-- Nothing where no office ever said anything.
select o.code as office, o.short_name as office_name, t.code as theme, t.label_fr, t.label_en, s.level, s.hours
from office o
cross join theme t
left join lateral (
    select s.level, s.hours from skill_said s
    where s.programme_id = o.programme_id and s.office_id = o.office_id and s.theme = t.code
        and s.valid_from <= $2 and (s.valid_until is null or s.valid_until >= $2)
    order by s.valid_from desc limit 1) s on true
where o.programme_id = $1 and t.is_skill and exists (select from skill k where k.programme_id = $1)
order by t.position, o.code
