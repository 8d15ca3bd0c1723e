-- What cohort $2 answered up to day $3 to its satisfaction questionnaires (code satisfaction, or satisfaction-…), by question.
select i.code as instrument, i.version, a.wave, t.code as item, t.text_fr, t.text_en, t.minimum, t.maximum,
    coalesce(array_agg(a.answers[t.position] order by a.answers[t.position])
        filter (where a.answers[t.position] between -1e6 and 1e6), '{}') as answers
from cohort c
join assessment a on a.programme_id = c.programme_id and a.cohort_id = c.cohort_id
join instrument i on i.programme_id = a.programme_id and i.instrument_id = a.instrument_id
join item t on t.programme_id = a.programme_id and t.instrument_id = a.instrument_id
where c.programme_id = $1 and c.cohort_id = $2 and (i.code = 'satisfaction' or i.code like 'satisfaction-%')
    and i.instrument_id <> c.instrument_id and a.wave in ('after', 'follow_up') and a.taken_on <= $3
group by i.code, i.version, a.wave, t.position, t.code, t.text_fr, t.text_en, t.minimum, t.maximum
order by i.code, i.version, a.wave = 'follow_up', t.position
