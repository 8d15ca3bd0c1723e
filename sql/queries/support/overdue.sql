-- What was due for the asker's people before day $2 and is not done, the longest overdue first: $5 of it, after day $3 and id $4.
select p.support_id, c.code as cohort, e.participant_id, a.family_name, a.given_name, a.phone, p.supported_on as date,
    h.code as helped_by, p.theme, p.next_action, p.due_on, p.step as version
from support p
join enrolment e on e.programme_id = p.programme_id and e.enrolment_id = p.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join cohort c on c.programme_id = p.programme_id and c.cohort_id = p.cohort_id
join office h on h.programme_id = p.programme_id and h.office_id = p.by_office_id
where p.programme_id = $1 and p.due_on < $2 and p.done_on is null and not p.is_cancelled
    and ($3::date is null or (p.due_on, p.support_id) > ($3, $4))
order by p.due_on, p.support_id
limit $5
