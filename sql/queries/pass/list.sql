-- The passes of programme $1, of office $2 when one is named, the newest last.
select p.pass_id, o.code as office, p.label, p.issued_at, p.expires_at, p.revoked_at, p.last_used_at, p.replaces,
    case when p.revoked_at is not null then 'revoked' when p.expires_at <= now() then 'expired' else 'valid' end as state
from pass p
join office o on o.programme_id = p.programme_id and o.office_id = p.office_id
where p.programme_id = $1 and ($2::text is null or o.code = $2)
order by p.issued_at, p.pass_id
