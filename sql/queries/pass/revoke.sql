-- Revokes pass $2 of programme $1, unless it was revoked already.
update pass p set revoked_at = now()
where p.programme_id = $1 and p.pass_id = $2 and p.revoked_at is null
