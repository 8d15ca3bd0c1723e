-- Adds a pass of programme $1 for office $3, good to the end of day $6 in Paris (a year, when none is named).
-- Of its secret ($5) only the hash stays.
insert into pass (programme_id, pass_id, office_id, label, secret_sha256, expires_at, replaces)
values ($1, $2, $3, $4, sha256($5), (coalesce($6::date, (now() at time zone 'Europe/Paris')::date + 365) + 1)::timestamp at time zone 'Europe/Paris', $7)
