-- Gives the people known without an e-mail address the one that their staged line brings.
update participant a set email = s.email
from staged_enrolment s
where a.programme_id = $1 and a.participant_id = s.named_participant and a.email is null and s.email is not null
