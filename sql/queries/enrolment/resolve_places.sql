-- Finds the office, commune and category that each staged line names, and by what its provider and person are known.
update staged_enrolment s
set office_id = o.office_id, insee = c.insee, communes = c.communes, category_code = g.code,
    provider_key = fold(x.provider), person_key = fold(x.family_name || ' ' || x.given_name),
    email_key = lower(normalize(x.email, NFC))
from staged_enrolment x
left join lateral (
    select o.office_id from office o
    where o.programme_id = $1 and (o.code = lower(x.office) or fold(x.office) in (fold(o.name), fold(o.short_name)))
    order by o.code = lower(x.office) desc, o.code limit 1) o on true
left join lateral (
    select c.insee, count(*) over (partition by c.office_id = o.office_id) as communes
    from commune c
    where c.programme_id = $1 and (c.insee = upper(x.commune) or c.name_key = fold(x.commune))
    order by c.insee = upper(x.commune) desc, c.office_id is not distinct from o.office_id desc, c.insee limit 1) c on true
left join lateral (
    select g.code from category g
    where g.code = replace(fold(x.category), ' ', '_') or fold(x.category) in (fold(g.label_fr), fold(g.label_en))
    order by g.position limit 1) g on true
where x.line = s.line
