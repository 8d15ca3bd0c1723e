-- Finds the enrolment of cohort $2 that each staged line names.
update staged_assessment s
set enrolment_id = e.enrolment_id, office_id = e.office_id, enrolment_status = e.status
from staged_assessment x
join lateral (
    select coalesce(a.merged_into, a.participant_id) as participant_id from participant a
    where a.programme_id = $1 and a.email_key = lower(normalize(x.participant, NFC))
    union all
    select coalesce(a.merged_into, a.participant_id) as participant_id from participant a
    where a.programme_id = $1 and a.participant_id = uuid_or_null(x.participant)
    limit 1) a on true
join enrolment e on e.programme_id = $1 and e.cohort_id = $2 and e.participant_id = a.participant_id
where x.line = s.line
