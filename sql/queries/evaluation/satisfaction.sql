-- What the cohorts $2 answered to their questionnaires of satisfaction, each up to its day of $3, by cohort in that order.
-- With names or without, by question; no answer is looked at where there is no such questionnaire.
select w.asked, i.code as instrument, i.version, a.wave, t.code as item, t.text_fr, t.text_en, t.minimum, t.maximum,
    coalesce(array_agg(a.answers[t.position] order by a.answers[t.position])
        filter (where a.answers[t.position] between -1e6 and 1e6), '{}') as answers
from unnest($2::uuid[], $3::date[]) with ordinality w (cohort_id, day, asked)
join cohort c on c.programme_id = $1 and c.cohort_id = w.cohort_id
join lateral (
    select s.instrument_id, s.wave, s.taken_on, s.answers from assessment s
    where s.programme_id = $1 and s.cohort_id = w.cohort_id
    union all
    select n.instrument_id, n.wave, n.answered_on, n.answers from anonymous_answer n
    where n.programme_id = $1 and n.cohort_id = w.cohort_id
) a on true
join instrument i on i.programme_id = $1 and i.instrument_id = a.instrument_id
join item t on t.programme_id = $1 and t.instrument_id = a.instrument_id
where i.kind <> 'skills' and (c.instrument_id is null or i.instrument_id <> c.instrument_id)
    and a.wave in ('after', 'follow_up') and a.taken_on <= w.day
    and exists (select from instrument q where q.programme_id = $1 and q.kind <> 'skills')
group by w.asked, i.code, i.version, a.wave, t.position, t.code, t.text_fr, t.text_en, t.minimum, t.maximum
order by w.asked, i.code, i.version, a.wave = 'follow_up', t.position
