-- Adds the staged acts of support to cohort $2; one that is there, as it is or as it was, changes nothing.
insert into support (programme_id, support_id, enrolment_id, cohort_id, by_office_id, supported_on, minutes, mode, theme,
    framework, competence, autonomy, outcome, next_action, due_on, done_on)
select $1, s.support_id, s.enrolment_id, $2, s.by_office_id, s.supported_on, s.minutes, s.mode, s.theme, s.framework,
    s.competence, s.autonomy, s.outcome, s.next_action, s.due_on, s.done_on
from staged_support s
order by s.line
on conflict on constraint support_is_once_a_day_by_theme_and_mode do nothing
