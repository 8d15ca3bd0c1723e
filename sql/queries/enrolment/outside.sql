-- The last half-day at which enrolment $2 is marked although it is not enrolled that day.
select s.code, s.date, t.status
from enrolment e
join attendance t on t.programme_id = e.programme_id and t.enrolment_id = e.enrolment_id and t.status <> 'unmarked'
join session s on s.programme_id = t.programme_id and s.session_id = t.session_id and not s.is_cancelled
    and not e.enrolled_during @> s.date
where e.programme_id = $1 and e.enrolment_id = $2
order by s.date desc, s.starts desc
limit 1
