-- The acts of support of cohort $2, of one person ($3) or office that helped ($4) when named; only overdue on day $5 when told.
select p.support_id, p.supported_on as date, coalesce(a.email, a.participant_id::text) as participant, a.family_name,
    a.given_name, o.code as office, h.code as helped_by, p.minutes, p.mode, p.theme, p.competence, p.autonomy, p.outcome,
    p.next_action, p.due_on, p.done_on, p.supported_on > c.ends_on as is_after_the_cohort, p.is_cancelled
from support p
join cohort c on c.programme_id = p.programme_id and c.cohort_id = p.cohort_id
join enrolment e on e.programme_id = p.programme_id and e.enrolment_id = p.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join office o on o.programme_id = p.programme_id and o.office_id = p.office_id
join office h on h.programme_id = p.programme_id and h.office_id = p.by_office_id
where p.programme_id = $1 and ($2::uuid is null or p.cohort_id = $2)
    and ($3::text is null or a.email_key = lower(normalize($3, NFC)) or a.participant_id = uuid_or_null($3))
    and ($4::text is null or h.code = $4)
    and ($5::date is null or p.due_on < $5 and (p.done_on is null or p.done_on > $5) and not p.is_cancelled)
order by case when $5::date is null then p.supported_on else p.due_on end, c.code, e.arrival, p.theme_key, p.mode
