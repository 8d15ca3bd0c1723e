-- Moves enrolment $2 to status $3 on day $4; an offer stands 72 hours after that day ends in Paris, and no longer than the cohort.
update enrolment e
set status = $3, effective_on = $4, reason = $5, note = $6, is_correction = $7,
    offered_until = case $3 when 'offered' then least($4::date + 4, c.ends_on + 1)::timestamp at time zone 'Europe/Paris' end
from cohort c
where e.programme_id = $1 and e.enrolment_id = $2 and c.programme_id = e.programme_id and c.cohort_id = e.cohort_id
