-- The answers of the cohorts $2, each to its instrument of $3, up to its day of $4, by cohort in that order, wave and arrival.
-- Those before, after and looking back. Answers to another version count where a mapping was declared and the person has none
-- to this one; of several, the last version.
select u.asked, u.wave, u.arrival, u.taken_on, u.answers
from (
    select distinct on (a.asked, a.wave, e.arrival) a.asked, a.wave, e.arrival, a.taken_on, a.answers
    from (
        select w.asked, s.enrolment_id, s.wave, s.taken_on, s.answers, null::integer as version
        from unnest($2::uuid[], $3::uuid[], $4::date[]) with ordinality w (cohort_id, instrument_id, day, asked)
        join assessment s on s.programme_id = $1 and s.cohort_id = w.cohort_id and s.instrument_id = w.instrument_id
        where s.taken_on <= w.day
        union all
        select w.asked, s.enrolment_id, s.wave, s.taken_on, s.answers, s.version
        from unnest($2::uuid[], $3::uuid[], $4::date[]) with ordinality w (cohort_id, instrument_id, day, asked)
        join mapped_assessment s on s.programme_id = $1 and s.cohort_id = w.cohort_id and s.instrument_id = w.instrument_id
        where s.taken_on <= w.day and exists (select from item_mapping m where m.programme_id = $1)
    ) a
    join enrolment e on e.programme_id = $1 and e.enrolment_id = a.enrolment_id
    where a.wave in ('before', 'after', 'retrospective')
    order by a.asked, a.wave, e.arrival, a.version desc nulls first
) u
order by u.asked, u.wave = 'retrospective', u.wave = 'after', u.arrival
