-- Finds the enrolments of cohort $2 that each staged line names, who answers and whom they name.
update staged_naming s
set enrolment_id = e.enrolment_id, office_id = e.office_id, status = e.status,
    other_enrolment_id = o.enrolment_id, other_status = o.status
from staged_naming x
left join lateral (
    select n.enrolment_id, n.office_id, n.status
    from participant a
    join enrolment n on n.programme_id = a.programme_id and n.cohort_id = $2
        and n.participant_id = coalesce(a.merged_into, a.participant_id)
    where a.programme_id = $1
        and (a.email_key = lower(normalize(x.participant, NFC)) or a.participant_id = uuid_or_null(x.participant))
    limit 1) e on true
left join lateral (
    select n.enrolment_id, n.status
    from participant a
    join enrolment n on n.programme_id = a.programme_id and n.cohort_id = $2
        and n.participant_id = coalesce(a.merged_into, a.participant_id)
    where a.programme_id = $1 and (a.email_key = lower(normalize(x.other, NFC)) or a.participant_id = uuid_or_null(x.other))
    limit 1) o on true
where x.line = s.line
