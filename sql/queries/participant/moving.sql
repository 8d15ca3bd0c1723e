-- The places of person $3 of programme $1 that would become those of person $2.
-- Where $2 has a place too: how it stands, the half-days where both were seen and the waves at which both answered.
select h.code as cohort, e.status, k.status as kept_status,
    (select string_agg(s.code, ', ' order by s.date, s.starts) from attendance t
     join attendance u on u.programme_id = t.programme_id and u.session_id = t.session_id and u.enrolment_id = k.enrolment_id
     join session s on s.programme_id = t.programme_id and s.session_id = t.session_id
     where t.programme_id = e.programme_id and t.enrolment_id = e.enrolment_id and t.minutes > 0 and u.minutes > 0) as sessions,
    (select string_agg(distinct t.wave, ', ') from assessment t
     join assessment u on u.programme_id = t.programme_id and u.enrolment_id = k.enrolment_id and u.wave = t.wave
     where t.programme_id = e.programme_id and t.enrolment_id = e.enrolment_id) as waves
from enrolment e
join cohort h on h.programme_id = e.programme_id and h.cohort_id = e.cohort_id
left join enrolment k on k.programme_id = e.programme_id and k.cohort_id = e.cohort_id and k.participant_id = $2
where e.programme_id = $1 and e.participant_id = $3
order by h.starts_on, h.code
