-- The answers of cohort $2 to instrument $3 before, after and looking back, up to day $4, by wave and arrival.
select a.wave, e.arrival, a.taken_on, a.answers
from assessment a
join enrolment e on e.programme_id = a.programme_id and e.enrolment_id = a.enrolment_id
where a.programme_id = $1 and a.cohort_id = $2 and a.instrument_id = $3 and a.wave in ('before', 'after', 'retrospective')
    and a.taken_on <= $4
order by a.wave = 'retrospective', a.wave = 'after', e.arrival
