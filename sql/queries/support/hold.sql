-- As support/act, of an act that the asker may change: it is theirs alone until the end of the transaction.
select p.support_id, c.code as cohort, e.participant_id, p.supported_on as date, h.code as helped_by, p.minutes, p.mode, p.theme,
    p.competence, p.autonomy, p.outcome, p.next_action, p.due_on, p.done_on, p.supported_on > c.ends_on as is_after_the_cohort,
    p.is_cancelled, p.step as version
from support p
join enrolment e on e.programme_id = p.programme_id and e.enrolment_id = p.enrolment_id
join cohort c on c.programme_id = p.programme_id and c.cohort_id = p.cohort_id
join office h on h.programme_id = p.programme_id and h.office_id = p.by_office_id
where p.programme_id = $1 and p.support_id = $2
for update of p
