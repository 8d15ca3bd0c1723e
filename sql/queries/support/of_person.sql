-- The acts of support for person $2 of programme $1 that the asker may see, the newest first: $5 of them, before day $3 and id $4.
select p.support_id, c.code as cohort, e.participant_id, p.supported_on as date, h.code as helped_by, p.minutes, p.mode, p.theme,
    p.competence, p.autonomy, p.outcome, p.next_action, p.due_on, p.done_on, p.supported_on > c.ends_on as is_after_the_cohort,
    p.is_cancelled, p.step as version
from enrolment e
join support p on p.programme_id = e.programme_id and p.enrolment_id = e.enrolment_id
join cohort c on c.programme_id = p.programme_id and c.cohort_id = p.cohort_id
join office h on h.programme_id = p.programme_id and h.office_id = p.by_office_id
where e.programme_id = $1 and e.participant_id = $2 and ($3::date is null or (p.supported_on, p.support_id) < ($3, $4))
order by p.supported_on desc, p.support_id desc
limit $5
