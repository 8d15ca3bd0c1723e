-- The marks of the cohorts $2, each up to its day of $3, by cohort in that order, then by half-day and arrival.
-- The people are read once for all their half-days.
with held as materialized (
    select w.asked, s.session_id, s.code, row_number() over (order by w.asked, s.date, s.starts, s.code) as place
    from unnest($2::uuid[], $3::date[]) with ordinality w (cohort_id, day, asked)
    join session s on s.programme_id = $1 and s.cohort_id = w.cohort_id
    where s.date <= w.day and not s.is_cancelled
), people as materialized (
    select e.enrolment_id, e.arrival from enrolment e where e.programme_id = $1 and e.cohort_id = any($2)
)
select h.asked, h.code as session, e.arrival, t.status, t.minutes
from held h
join attendance t on t.programme_id = $1 and t.session_id = h.session_id
join people e on e.enrolment_id = t.enrolment_id
order by h.place, e.arrival
