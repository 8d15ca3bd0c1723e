-- Puts every offer of cohort $2 that ended before day $3 back on the waiting list, from the day on which it stood no longer.
update enrolment e
set status = 'waitlisted', effective_on = (e.offered_until at time zone 'Europe/Paris')::date, is_correction = false,
    reason = null, note = null, offered_until = null
from participant a
where e.programme_id = $1 and e.cohort_id = $2 and e.status = 'offered'
    and e.offered_until <= $3::date::timestamp at time zone 'Europe/Paris'
    and a.programme_id = e.programme_id and a.participant_id = e.participant_id
returning e.arrival, coalesce(a.email, a.participant_id::text) as participant, e.effective_on as lapsed_on
