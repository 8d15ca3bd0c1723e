-- The act of support for person $3 in cohort $2 of programme $1 on day $4, over mode $5 and on theme $6; one that counts, first.
select p.support_id, c.code as cohort, e.participant_id, p.supported_on as date, h.code as helped_by, p.minutes, p.mode, p.theme,
    p.competence, p.autonomy, p.outcome, p.next_action, p.due_on, p.done_on, p.supported_on > c.ends_on as is_after_the_cohort,
    p.is_cancelled, p.step as version
from enrolment e
join cohort c on c.programme_id = e.programme_id and c.cohort_id = e.cohort_id
join support p on p.programme_id = e.programme_id and p.enrolment_id = e.enrolment_id
join office h on h.programme_id = p.programme_id and h.office_id = p.by_office_id
where e.programme_id = $1 and c.code = $2 and e.participant_id = $3 and p.supported_on = $4 and p.mode = $5
    and p.theme_key = fold($6)
order by p.is_cancelled
limit 1
