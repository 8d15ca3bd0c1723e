-- What person $2 of programme $1 answered to the instruments that their cohorts are judged by, before and after.
select h.code as cohort, h.instrument_id, s.wave, s.taken_on, s.answers
from enrolment e
join cohort h on h.programme_id = e.programme_id and h.cohort_id = e.cohort_id
join assessment s on s.programme_id = e.programme_id and s.enrolment_id = e.enrolment_id
    and s.instrument_id = h.instrument_id and s.wave in ('before', 'after')
where e.programme_id = $1 and e.participant_id = $2
order by h.starts_on, h.code, s.wave desc
