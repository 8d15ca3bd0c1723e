-- What a certificate of each enrolment of cohort $2 says and what keeps it back, as of day $3; of enrolment $4 only, when given.
select e.arrival, coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name, p.name as provider,
    c.name as commune, o.name as office, e.status,
    coalesce(sum(x.planned_minutes) filter (where x.status <> 'exempt' and x.date <= $3), 0) as planned_minutes,
    coalesce(sum(x.minutes) filter (where x.date <= $3), 0) as attended_minutes,
    coalesce(string_agg(s.code, ', ' order by s.date, s.starts) filter (where x.status = 'unmarked' and x.date <= $3), '') as unmarked,
    coalesce(string_agg(s.code, ', ' order by s.date, s.starts) filter (where x.date > $3), '') as to_come
from enrolment e
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
left join enrolment_origin n on n.programme_id = e.programme_id and n.enrolment_id = e.enrolment_id
join provider p on p.programme_id = a.programme_id and p.provider_id = coalesce(n.provider_id, a.provider_id)
join commune c on c.programme_id = p.programme_id and c.insee = p.insee
join office o on o.programme_id = e.programme_id and o.office_id = coalesce(n.sent_by_office_id, e.office_id)
left join expected_attendance x on x.programme_id = e.programme_id and x.enrolment_id = e.enrolment_id
left join session s on s.programme_id = x.programme_id and s.session_id = x.session_id
where e.programme_id = $1 and e.cohort_id = $2 and ($4::uuid is null or e.enrolment_id = $4)
group by e.programme_id, e.enrolment_id, a.programme_id, a.participant_id, p.programme_id, p.provider_id, c.programme_id,
    c.insee, o.programme_id, o.office_id
order by e.arrival
