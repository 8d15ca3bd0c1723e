-- Finds the criterion of version $2 of the grid, and the provider or commune, that each staged line names; and its instants.
-- A time without an offset is on the clocks of Paris. A unit named otherwise than the criterion wants is the other kind's.
with named as materialized (
    select x.unit, x.commune, fold(x.unit) as unit_key, fold(x.commune) as commune_key, uuid_or_null(x.unit) as id
    from (select distinct s.unit, s.commune from staged_observation s) x
), provided as materialized (
    select n.unit, n.commune, p.*
    from named n
    cross join lateral (
        select p.provider_id, p.office_id, count(*) over () as providers from provider p
        left join commune c on c.programme_id = p.programme_id and c.insee = p.insee
        where p.programme_id = $1 and (p.provider_id = n.id or p.name_key = n.unit_key)
            and (n.commune is null or c.name_key = n.commune_key or c.insee = upper(n.commune))
        order by p.provider_id = n.id desc, p.insee, p.provider_id limit 1) p
), governed as materialized (
    select n.unit, n.commune, c.*
    from named n
    cross join lateral (
        select c.insee, c.office_id, count(*) over () as communes from commune c
        where c.programme_id = $1 and (c.insee = upper(n.unit) or c.name_key = n.unit_key)
        order by c.insee = upper(n.unit) desc, c.insee limit 1) c
)
update staged_observation s
set code = k.code, unit_kind = k.unit, is_mail = k.is_mail, providers = p.providers, communes = c.communes,
    is_other_unit = case k.unit when 'provider' then p.provider_id is null and c.insee is not null
        when 'commune' then c.insee is null and p.provider_id is not null else false end,
    provider_id = case when k.unit = 'provider' then p.provider_id end,
    insee = case when k.unit = 'commune' then c.insee end,
    office_id = case k.unit when 'provider' then p.office_id else c.office_id end,
    sent_at = case when x.sent ~ '[+-][0-9]{2}:[0-9]{2}$' then x.sent::timestamptz
        else x.sent::timestamp at time zone 'Europe/Paris' end,
    replied_at = case when x.replied ~ '[+-][0-9]{2}:[0-9]{2}$' then x.replied::timestamptz
        else x.replied::timestamp at time zone 'Europe/Paris' end
from staged_observation x
left join criterion k on k.grid = $2 and k.code = upper(x.criterion)
left join provided p on p.unit = x.unit and p.commune is not distinct from x.commune
left join governed c on c.unit = x.unit and c.commune is not distinct from x.commune
where x.line = s.line
