-- Minutes planned and attended by each enrolment of cohort $2 in the half-days held by day $3 while it was enrolled.
select e.enrolment_id, coalesce(a.email, a.participant_id::text) as participant, e.status,
    coalesce(sum(s.planned_minutes) filter (where t.status is distinct from 'exempt'), 0) as planned_minutes,
    coalesce(sum(t.minutes) filter (where t.status is distinct from 'exempt'), 0) as attended_minutes,
    count(s.session_id) filter (where coalesce(t.status, 'unmarked') = 'unmarked') as unmarked,
    (select min(l.date) from attendance m
     join session l on l.programme_id = m.programme_id and l.session_id = m.session_id
     where m.programme_id = e.programme_id and m.enrolment_id = e.enrolment_id and m.minutes > 0 and l.date > $3) as seen_later_on
from enrolment e
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
left join lateral (
    select max(h.effective_on) as enrolled_on from enrolment_history h
    where h.programme_id = e.programme_id and h.enrolment_id = e.enrolment_id and h.to_status = 'enrolled') b on true
left join session s on s.programme_id = e.programme_id and s.cohort_id = e.cohort_id and not s.is_cancelled
    and s.date <= $3 and s.date >= b.enrolled_on
    and (e.status not in ('withdrawn', 'dropped_out', 'excluded') or s.date < e.effective_on)
left join attendance t on t.programme_id = e.programme_id and t.session_id = s.session_id and t.enrolment_id = e.enrolment_id
where e.programme_id = $1 and e.cohort_id = $2
group by e.programme_id, e.enrolment_id, a.programme_id, a.participant_id
order by e.arrival
