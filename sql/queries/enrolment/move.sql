-- Moves enrolment $2 to status $3 on day $4; an offer stands 72 hours after that day ends in Paris.
update enrolment
set status = $3, effective_on = $4, reason = $5, note = $6, is_correction = $7,
    offered_until = case $3 when 'offered' then ($4::date + 4)::timestamp at time zone 'Europe/Paris' end
where programme_id = $1 and enrolment_id = $2
