-- Lets office $4 read person $3 of programme $1 for three hours, asked with pass $5, for reason $6.
insert into temporary_access (programme_id, access_id, participant_id, office_id, pass_id, reason)
values ($1, $2, $3, $4, $5, $6)
returning access_id, participant_id, granted_at, expires_at
