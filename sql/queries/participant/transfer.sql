-- Has office $4 follow person $3 of programme $1 from now on.
insert into participant_transfer (programme_id, transfer_id, participant_id, from_office_id, to_office_id, reason)
select a.programme_id, $2, a.participant_id, a.office_id, $4, $5
from participant a
where a.programme_id = $1 and a.participant_id = $3
