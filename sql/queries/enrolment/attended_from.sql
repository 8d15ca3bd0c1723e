-- The first half-day on or after day $3 where enrolment $2 was seen.
select s.code, s.date
from attendance t
join session s on s.programme_id = t.programme_id and s.session_id = t.session_id
where t.programme_id = $1 and t.enrolment_id = $2 and t.minutes > 0 and s.date >= $3
order by s.date, s.starts
limit 1
