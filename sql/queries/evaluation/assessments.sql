-- The answers of cohort $2 to instrument $3 before, after and looking back, up to day $4, by wave and arrival.
-- Answers to another version count where a mapping was declared and the person has none to this one; of several, the last version.
select u.wave, u.arrival, u.taken_on, u.answers
from (
    select distinct on (a.wave, e.arrival) a.wave, e.arrival, a.taken_on, a.answers
    from (
        select s.programme_id, s.enrolment_id, s.wave, s.taken_on, s.answers, null::integer as version
        from assessment s
        where s.programme_id = $1 and s.cohort_id = $2 and s.instrument_id = $3
        union all
        select s.programme_id, s.enrolment_id, s.wave, s.taken_on, s.answers, s.version
        from mapped_assessment s
        where s.programme_id = $1 and s.cohort_id = $2 and s.instrument_id = $3
    ) a
    join enrolment e on e.programme_id = a.programme_id and e.enrolment_id = a.enrolment_id
    where a.wave in ('before', 'after', 'retrospective') and a.taken_on <= $4
    order by a.wave, e.arrival, a.version desc nulls first
) u
order by u.wave = 'retrospective', u.wave = 'after', u.arrival
