-- The enrolment of the person named $3 (e-mail or id) in cohort $2.
select e.enrolment_id, e.office_id, e.status, e.reason, e.effective_on, e.applied_on,
    ((e.offered_until - interval '1 second') at time zone 'Europe/Paris')::date as offered_through,
    coalesce(a.email, a.participant_id::text) as participant
from enrolment e
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
where e.programme_id = $1 and e.cohort_id = $2 and (a.email_key = lower(normalize($3, NFC)) or a.participant_id = uuid_or_null($3))
