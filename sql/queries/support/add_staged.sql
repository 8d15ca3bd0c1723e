-- Adds the staged acts of support to cohort $2.
-- One that is there, as it is or as it was, changes nothing, nor does one that was taken back.
insert into support (programme_id, support_id, enrolment_id, cohort_id, by_office_id, supported_on, minutes, mode, theme,
    theme_code, framework, competence, autonomy, outcome, next_action, due_on, done_on)
select $1, s.support_id, s.enrolment_id, $2, s.by_office_id, s.supported_on, s.minutes, s.mode, s.theme, s.theme_code, s.framework,
    s.competence, s.autonomy, s.outcome, s.next_action, s.due_on, s.done_on
from staged_support s
where not exists (
    select from support p
    where p.programme_id = $1 and p.enrolment_id = s.enrolment_id and p.supported_on = s.supported_on
        and p.theme_key = fold(s.theme) and p.mode = s.mode and p.is_cancelled
        and (p.minutes, p.competence, p.autonomy, p.outcome, p.next_action, p.due_on, p.done_on, p.by_office_id)
            is not distinct from (s.minutes, s.competence, s.autonomy, s.outcome, s.next_action, s.due_on, s.done_on,
                s.by_office_id))
order by s.line
on conflict (programme_id, enrolment_id, supported_on, theme_key, mode) where not is_cancelled do nothing
