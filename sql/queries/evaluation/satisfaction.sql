-- What cohort $2 answered up to day $3 to its questionnaires of satisfaction, with names or without, by question.
select i.code as instrument, i.version, a.wave, t.code as item, t.text_fr, t.text_en, t.minimum, t.maximum,
    coalesce(array_agg(a.answers[t.position] order by a.answers[t.position])
        filter (where a.answers[t.position] between -1e6 and 1e6), '{}') as answers
from cohort c
join (
    select s.programme_id, s.cohort_id, s.instrument_id, s.wave, s.taken_on, s.answers from assessment s
    where s.programme_id = $1 and s.cohort_id = $2
    union all
    select n.programme_id, n.cohort_id, n.instrument_id, n.wave, n.answered_on, n.answers from anonymous_answer n
    where n.programme_id = $1 and n.cohort_id = $2
) a on a.programme_id = c.programme_id and a.cohort_id = c.cohort_id
join instrument i on i.programme_id = a.programme_id and i.instrument_id = a.instrument_id
join item t on t.programme_id = a.programme_id and t.instrument_id = a.instrument_id
where c.programme_id = $1 and c.cohort_id = $2 and i.kind <> 'skills'
    and (c.instrument_id is null or i.instrument_id <> c.instrument_id) and a.wave in ('after', 'follow_up')
    and a.taken_on <= $3
group by i.code, i.version, a.wave, t.position, t.code, t.text_fr, t.text_en, t.minimum, t.maximum
order by i.code, i.version, a.wave = 'follow_up', t.position
