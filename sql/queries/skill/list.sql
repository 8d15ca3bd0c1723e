-- What each office said it can help with, by theme, of one theme ($2) or office ($3) when named, or on one day ($4) only.
select o.code as office, t.code as theme, t.label_fr, t.label_en, s.level, s.hours, s.valid_from, s.valid_until, s.note
from skill_said s
join office o on o.programme_id = s.programme_id and o.office_id = s.office_id
join theme t on t.code = s.theme
where s.programme_id = $1 and ($2::text is null or s.theme = $2) and ($3::text is null or o.code = $3)
    and ($4::date is null or s.valid_from <= $4 and (s.valid_until is null or s.valid_until >= $4) and not exists (
        select from skill_said l
        where l.programme_id = s.programme_id and l.office_id = s.office_id and l.theme = s.theme
            and l.valid_from > s.valid_from and l.valid_from <= $4 and (l.valid_until is null or l.valid_until >= $4)))
order by t.position, o.code, s.valid_from
