-- Finds the enrolment of cohort $2, the office that helped, the framework ($3) and the theme of the list.
-- Without a name it is the office that follows the person.
update staged_support s
set enrolment_id = e.enrolment_id, status = e.status,
    by_office_id = case when x.office is null then e.office_id else o.office_id end,
    framework = case when x.competence is not null then $3 end,
    theme_code = t.code, theme = coalesce(t.label_fr, x.theme)
from staged_support x
left join lateral (
    select n.enrolment_id, n.office_id, n.status
    from participant a
    join enrolment n on n.programme_id = a.programme_id and n.cohort_id = $2
        and n.participant_id = coalesce(a.merged_into, a.participant_id)
    where a.programme_id = $1
        and (a.email_key = lower(normalize(x.participant, NFC)) or a.participant_id = uuid_or_null(x.participant))
    limit 1) e on true
left join office o on o.programme_id = $1 and (o.code = x.office or fold(o.name) = fold(x.office)
    or fold(o.short_name) = fold(x.office))
left join lateral (
    select t.code, t.label_fr from theme t
    where t.is_skill and (t.code = replace(fold(x.theme), ' ', '_') or fold(x.theme) in (fold(t.label_fr), fold(t.label_en)))
    order by t.position limit 1) t on true
where x.line = s.line
