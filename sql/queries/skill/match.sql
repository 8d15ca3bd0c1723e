-- Which offices can help with theme $2 on day $3 at level $4 at least: office $5 first, then the most skilled, then hours.
select o.code as office, o.name as office_name, o.code is not distinct from $5::text as is_own, s.level, s.hours, s.valid_from,
    s.valid_until, s.note
from office o
join lateral (
    select s.level, s.hours, s.valid_from, s.valid_until, s.note from skill_said s
    where s.programme_id = o.programme_id and s.office_id = o.office_id and s.theme = $2
        and s.valid_from <= $3 and (s.valid_until is null or s.valid_until >= $3)
    order by s.valid_from desc limit 1) s on s.level >= $4
where o.programme_id = $1
order by o.code is not distinct from $5::text desc, s.level desc, s.hours desc nulls last, o.code
