-- Minutes planned and attended by each enrolment of cohort $2 in the half-days held by day $3 while it was enrolled.
-- And the next of those to come.
select e.enrolment_id, coalesce(a.email, a.participant_id::text) as participant, e.status, e.effective_on,
    coalesce(sum(x.planned_minutes) filter (where x.status <> 'exempt' and x.date <= $3), 0) as planned_minutes,
    coalesce(sum(x.minutes) filter (where x.date <= $3), 0) as attended_minutes,
    count(*) filter (where x.status = 'unmarked' and x.date <= $3) as unmarked, min(x.date) filter (where x.date > $3) as next_on,
    (array_agg(s.code order by s.date, s.starts) filter (where x.date > $3))[1] as next,
    count(*) filter (where x.date > $3) as to_come,
    (select min(l.date) from attendance m
     join session l on l.programme_id = m.programme_id and l.session_id = m.session_id
     where m.programme_id = e.programme_id and m.enrolment_id = e.enrolment_id and m.minutes > 0 and l.date > $3) as seen_later_on
from enrolment e
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
left join expected_attendance x on x.programme_id = e.programme_id and x.enrolment_id = e.enrolment_id
left join session s on s.programme_id = x.programme_id and s.session_id = x.session_id
where e.programme_id = $1 and e.cohort_id = $2
group by e.programme_id, e.enrolment_id, a.programme_id, a.participant_id
order by e.arrival
