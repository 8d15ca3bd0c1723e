-- Who was expected at a half-day of cohort $2 held by day $3 and is not marked.
select s.code as session, s.date, coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name,
    o.code as office
from expected_attendance x
join session s on s.programme_id = x.programme_id and s.session_id = x.session_id
join enrolment e on e.programme_id = x.programme_id and e.enrolment_id = x.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join office o on o.programme_id = e.programme_id and o.office_id = e.office_id
where x.programme_id = $1 and x.cohort_id = $2 and x.date <= $3 and x.status = 'unmarked'
order by s.date, s.starts, e.arrival
