-- Lets pass $2 of programme $1 end in $3 hours at the latest, because another has taken its place.
update pass p set expires_at = least(p.expires_at, now() + make_interval(hours => $3))
where p.programme_id = $1 and p.pass_id = $2 and p.revoked_at is null and p.expires_at > now()
