-- What is wrong with the staged answers about cohort $2, line by line; $3 is today.
select s.line, 'participant' as column_name, 'participant_not_in_cohort' as fault, s.participant as detail
from staged_naming s where s.enrolment_id is null
union all
select s.line, 'other', 'participant_not_in_cohort', s.other
from staged_naming s where s.other is not null and s.other_enrolment_id is null
union all
select s.line, 'participant', 'participant_never_enrolled', s.status
from staged_naming s
where s.enrolment_id is not null and not exists (
    select from enrolment_history h
    where h.programme_id = $1 and h.enrolment_id = s.enrolment_id and h.to_status = 'enrolled')
union all
select s.line, 'other', 'participant_never_enrolled', s.other_status
from staged_naming s
where s.other_enrolment_id is not null and not exists (
    select from enrolment_history h
    where h.programme_id = $1 and h.enrolment_id = s.other_enrolment_id and h.to_status = 'enrolled')
union all
select s.line, 'other', 'tie_with_oneself', s.other
from staged_naming s where s.other_enrolment_id = s.enrolment_id
union all
select d.line, 'other', 'duplicate_line', d.first_line::text
from (select s.line, min(s.line) over (
        partition by s.enrolment_id, s.wave, s.question, s.other is null, s.other_enrolment_id) as first_line
    from staged_naming s where s.enrolment_id is not null and (s.other is null or s.other_enrolment_id is not null)) d
where d.line > d.first_line
union all
select s.line, 'other', 'names_nobody_and_somebody', min(o.line)::text
from staged_naming s
join staged_naming o on o.enrolment_id = s.enrolment_id and o.wave = s.wave and o.question = s.question
    and o.other is not null
where s.other is null
group by s.line
union all
select s.line, 'other', 'names_somebody_already', string_agg(distinct coalesce(a.email, a.participant_id::text), ', ')
from staged_naming s
join network_naming m on m.programme_id = $1 and m.enrolment_id = s.enrolment_id and m.wave = s.wave
    and m.question = s.question
join enrolment e on e.programme_id = m.programme_id and e.enrolment_id = m.other_enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
where s.other is null and not exists (
    select from network_retraction r where r.programme_id = m.programme_id and r.enrolment_id = m.enrolment_id
        and r.wave = m.wave and r.question = m.question and r.other_enrolment_id = m.other_enrolment_id)
group by s.line
union all
select s.line, 'date', 'day_in_the_future', s.named_on::text from staged_naming s where s.named_on > $3
union all
select s.line, 'date', 'assessment_far_from_cohort', c.starts_on || ' – ' || c.ends_on
from staged_naming s
join cohort c on c.programme_id = $1 and c.cohort_id = $2
where s.wave <> 'follow_up' and s.named_on not between c.starts_on - 180 and c.ends_on + 180
order by 1, 2, 3
