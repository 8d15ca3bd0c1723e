-- The pass $2 of programme $1 that somebody shows: its office, the hash of its secret, and for how many seconds it is good.
select p.office_id as office, p.secret_sha256 as hash, extract(epoch from p.expires_at - now())::float8 as seconds
from pass p
where p.programme_id = $1 and p.pass_id = $2 and p.revoked_at is null and p.expires_at > now()
