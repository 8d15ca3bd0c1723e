-- The enrolment in cohort $2 of the person named $3 (e-mail or id), or whom that person turned out to be.
select e.enrolment_id, e.office_id, e.status, e.reason, e.effective_on, e.applied_on,
    ((e.offered_until - interval '1 second') at time zone 'Europe/Paris')::date as offered_through,
    coalesce(a.email, a.participant_id::text) as participant
from participant n
join participant a on a.programme_id = n.programme_id and a.participant_id = coalesce(n.merged_into, n.participant_id)
join enrolment e on e.programme_id = a.programme_id and e.cohort_id = $2 and e.participant_id = a.participant_id
where n.programme_id = $1 and (n.email_key = lower(normalize($3, NFC)) or n.participant_id = uuid_or_null($3))
