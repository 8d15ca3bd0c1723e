-- The marks of cohort $2, by half-day and person, of one half-day ($3) or person ($4) when named.
select s.code as session, s.date, coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name,
    o.code as office, t.status, t.minutes, t.planned_minutes, t.mode, t.reason, t.step - 1 as corrections
from attendance t
join session s on s.programme_id = t.programme_id and s.session_id = t.session_id
join enrolment e on e.programme_id = t.programme_id and e.enrolment_id = t.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join office o on o.programme_id = t.programme_id and o.office_id = t.office_id
where t.programme_id = $1 and t.cohort_id = $2 and ($3::text is null or s.code = $3)
    and ($4::text is null or exists (
        select from participant n
        where n.programme_id = a.programme_id and a.participant_id = coalesce(n.merged_into, n.participant_id)
            and (n.email_key = lower(normalize($4, NFC)) or n.participant_id = uuid_or_null($4))))
order by s.date, s.starts, e.arrival
