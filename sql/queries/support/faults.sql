-- What is wrong with the staged acts of support in cohort $2, line by line; $3 is today.
select s.line, 'participant' as column_name, 'participant_not_in_cohort' as fault, s.participant as detail
from staged_support s where s.enrolment_id is null
union all
select s.line, 'participant', 'participant_never_enrolled', s.status
from staged_support s
where s.enrolment_id is not null and not exists (
    select from enrolment_history h
    where h.programme_id = $1 and h.enrolment_id = s.enrolment_id and h.to_status = 'enrolled')
union all
select s.line, 'office', 'office_unknown',
    (select string_agg(o.code, ', ' order by o.code) from office o where o.programme_id = $1)
from staged_support s where s.office is not null and s.by_office_id is null
union all
select s.line, 'theme', 'theme_unknown',
    coalesce((select string_agg(t.label_fr, ', ' order by t.position) from theme t where t.is_skill), '')
from staged_support s where s.theme_code is null
union all
select s.line, 'competence', 'competence_unknown', s.framework || ' : '
    || (select string_agg(c.code, ', ' order by c.position) from competence c where c.framework = s.framework)
from staged_support s
where s.competence is not null
    and not exists (select from competence c where c.framework = s.framework and c.code = s.competence)
union all
select s.line, 'date', 'day_in_the_future', s.supported_on::text from staged_support s where s.supported_on > $3
union all
select s.line, 'done', 'day_in_the_future', s.done_on::text from staged_support s where s.done_on > $3
union all
select s.line, 'date', 'support_before_cohort', c.starts_on::text
from staged_support s
join cohort c on c.programme_id = $1 and c.cohort_id = $2
where s.supported_on < c.starts_on
union all
select d.line, 'participant', 'duplicate_line', d.first_line::text
from (select s.line, min(s.line) over (partition by s.enrolment_id, s.supported_on, fold(s.theme), s.mode) as first_line
    from staged_support s where s.enrolment_id is not null) d
where d.line > d.first_line
union all
select s.line, 'date', 'support_known_otherwise', p.support_id::text
from staged_support s
join support p on p.programme_id = $1 and p.enrolment_id = s.enrolment_id and p.supported_on = s.supported_on
    and p.theme_key = fold(s.theme) and p.mode = s.mode and p.cohort_id = $2
    and not p.is_cancelled
where (p.minutes, p.competence, p.autonomy, p.outcome, p.next_action, p.due_on, p.done_on, p.by_office_id)
        is distinct from (s.minutes, s.competence, s.autonomy, s.outcome, s.next_action, s.due_on, s.done_on, s.by_office_id)
    and not exists (
        select from support_correction k
        where k.programme_id = $1 and k.support_id = p.support_id and p.by_office_id = s.by_office_id
            and (k.old_minutes, k.old_competence, k.old_autonomy, k.old_outcome, k.old_next_action, k.old_due_on,
                k.old_done_on) is not distinct from (s.minutes, s.competence, s.autonomy, s.outcome, s.next_action,
                s.due_on, s.done_on))
order by 1, 2, 3
