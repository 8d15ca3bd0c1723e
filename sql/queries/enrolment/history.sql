-- Every step of enrolment $2, in order.
select h.step, h.from_status, h.to_status as status, h.effective_on, h.reason, h.note, h.is_correction, h.actor,
    to_char(h.recorded_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as recorded_at
from enrolment_history h
where h.programme_id = $1 and h.enrolment_id = $2
order by h.step
