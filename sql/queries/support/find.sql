-- The act of support $2, as it stands.
select p.support_id, p.minutes, p.framework, p.competence, p.autonomy, p.outcome, p.next_action, p.due_on, p.done_on,
    p.is_cancelled, p.supported_on
from support p
where p.programme_id = $1 and p.support_id = $2
