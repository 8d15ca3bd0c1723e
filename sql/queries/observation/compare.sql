-- Compares each staged line with what the same observer said before.
-- New, the same, a reply that came since, a correction, or ($2, a file) corrected since it was sent. A line without evidence
-- leaves what there is.
update staged_observation s
set outcome = case when o.observation_id is null then 'added'
    when (o.observed_on, o.value, o.missing, o.sent_at, o.replied_at, o.kind)
            is not distinct from (x.observed_on, x.value, x.missing, x.sent_at, x.replied_at, x.kind)
        and (x.evidence is null or o.evidence is not distinct from x.evidence) then 'unchanged'
    when $2 and exists (
        select from observation_correction c
        where c.programme_id = $1 and c.observation_id = o.observation_id
            and (c.old_observed_on, c.old_value, c.old_missing, c.old_sent_at, c.old_replied_at, c.old_kind)
                is not distinct from (x.observed_on, x.value, x.missing, x.sent_at, x.replied_at, x.kind)
            and (x.evidence is null or c.old_evidence is not distinct from x.evidence)) then 'corrected_since'
    when o.kind in ('none', 'automatic') and x.kind not in ('none', 'automatic') and o.sent_at = x.sent_at then 'answered'
    else 'corrected' end
from staged_observation x
left join observation o on o.programme_id = $1 and o.observation_id = x.known_id
where x.line = s.line
