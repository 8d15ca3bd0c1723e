-- Corrects what is staged and differs; the table itself keeps what it was.
update observation o
set observed_on = s.observed_on, value = s.value, missing = s.missing, sent_at = s.sent_at, replied_at = s.replied_at,
    kind = s.kind, evidence = coalesce(s.evidence, o.evidence), reason = s.reason
from staged_observation s
where o.programme_id = $1 and o.observation_id = s.known_id and s.outcome in ('corrected', 'answered')
