-- What is wrong with the staged assessments of instrument $3 at wave $4, line by line; $5 is today.
select s.line, 'participant' as column_name, 'participant_not_in_cohort' as fault, s.participant as detail
from staged_assessment s where s.enrolment_id is null
union all
select s.line, 'participant', 'participant_never_enrolled', s.enrolment_status
from staged_assessment s
where s.enrolment_id is not null and not exists (
    select from enrolment_history h
    where h.programme_id = $1 and h.enrolment_id = s.enrolment_id and h.to_status = 'enrolled')
union all
select d.line, 'participant', 'duplicate_line', d.first_line::text
from (select s.line, min(s.line) over (partition by s.enrolment_id) as first_line
    from staged_assessment s where s.enrolment_id is not null) d
where d.line > d.first_line
union all
select s.line, 'participant', 'assessment_known_otherwise', a.taken_on::text
from staged_assessment s
join assessment a on a.programme_id = $1 and a.enrolment_id = s.enrolment_id and a.instrument_id = $3 and a.wave = $4
    and a.cohort_id = $2
where (a.taken_on, a.answers) is distinct from (s.taken_on, s.answers)
union all
select s.line, 'date', 'day_in_the_future', s.taken_on::text from staged_assessment s where s.taken_on > $5
union all
select s.line, 'date', 'assessment_far_from_cohort', c.starts_on || ' – ' || c.ends_on
from staged_assessment s
join cohort c on c.programme_id = $1 and c.cohort_id = $2
where $4 in ('before', 'after') and s.taken_on not between c.starts_on - 180 and c.ends_on + 180
order by 1, 2, 3
