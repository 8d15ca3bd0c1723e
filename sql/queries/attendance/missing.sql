-- Who was expected at a half-day of cohort $2 held by day $3 and is not marked.
select s.code as session, s.date, coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name,
    o.code as office
from enrolment e
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join office o on o.programme_id = e.programme_id and o.office_id = e.office_id
join lateral (
    select max(h.effective_on) as enrolled_on from enrolment_history h
    where h.programme_id = e.programme_id and h.enrolment_id = e.enrolment_id and h.to_status = 'enrolled') b on true
join session s on s.programme_id = e.programme_id and s.cohort_id = e.cohort_id and not s.is_cancelled
    and s.date between b.enrolled_on and $3
    and (e.status not in ('withdrawn', 'dropped_out', 'excluded') or s.date < e.effective_on)
left join attendance t on t.programme_id = e.programme_id and t.session_id = s.session_id and t.enrolment_id = e.enrolment_id
where e.programme_id = $1 and e.cohort_id = $2 and coalesce(t.status, 'unmarked') = 'unmarked'
order by s.date, s.starts, e.arrival
