-- The last half-day on or after day $3 that was held and marked while enrolment $2 was not enrolled that day.
select s.code, s.date, null::text as status
from enrolment e
join session s on s.programme_id = e.programme_id and s.cohort_id = e.cohort_id and not s.is_cancelled and s.date >= $3
    and not e.enrolled_during @> s.date
where e.programme_id = $1 and e.enrolment_id = $2 and exists (
    select from attendance t
    where t.programme_id = s.programme_id and t.session_id = s.session_id and t.status not in ('unmarked', 'excused'))
order by s.date desc, s.starts desc
limit 1
