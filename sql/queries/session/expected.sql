-- Who is expected at half-day $3 of cohort $2, by name, with the office that followed them that day, and the mark there is.
select coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name,
    p.name as provider, o.short_name as office, x.status, x.reason
from session s
join expected_attendance x on x.programme_id = s.programme_id and x.session_id = s.session_id
join enrolment e on e.programme_id = x.programme_id and e.enrolment_id = x.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
left join enrolment_origin n on n.programme_id = e.programme_id and n.enrolment_id = e.enrolment_id
left join lateral (
    select m.from_office_id from participant_transfer m
    where m.programme_id = a.programme_id and m.participant_id = a.participant_id
        and m.recorded_at >= (s.date + 1)::timestamp at time zone 'Europe/Paris'
    order by m.recorded_at limit 1) m on true
join provider p on p.programme_id = a.programme_id and p.provider_id = coalesce(n.provider_id, a.provider_id)
join office o on o.programme_id = x.programme_id and o.office_id = coalesce(m.from_office_id, x.office_id)
where s.programme_id = $1 and s.cohort_id = $2 and s.code = $3
order by fold(a.family_name), fold(a.given_name), e.arrival
