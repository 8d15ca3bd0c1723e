-- The offers of programme $1 that stand, of one cohort ($2) when named, by the day on which they end.
select h.code as cohort, coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name, a.phone,
    o.code as office, e.effective_on as offered_on,
    ((e.offered_until - interval '1 second') at time zone 'Europe/Paris')::date as offered_through
from enrolment e
join cohort h on h.programme_id = e.programme_id and h.cohort_id = e.cohort_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join office o on o.programme_id = e.programme_id and o.office_id = e.office_id
where e.programme_id = $1 and ($2::text is null or h.code = $2) and e.status = 'offered'
order by e.offered_until, h.code, e.arrival
