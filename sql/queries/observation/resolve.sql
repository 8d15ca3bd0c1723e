-- Finds the criterion of version $2 of the grid, the provider or commune and the cohort that each staged line names; its instants.
-- A time without an offset is on the clocks of Paris. A unit named otherwise than the criterion wants is the other kind's.
with named as materialized (
    select x.unit, x.commune, fold(x.unit) as unit_key, fold(x.commune) as commune_key, uuid_or_null(x.unit) as id
    from (select distinct s.unit, s.commune from staged_observation s) x
), provided as materialized (
    select distinct on (m.unit, m.commune) m.unit, m.commune, m.provider_id, m.office_id,
        count(*) over (partition by m.unit, m.commune) as providers
    from (
        select n.unit, n.commune, p.provider_id, p.office_id, p.insee, false as is_id
        from named n
        join provider p on p.programme_id = $1 and p.name_key = n.unit_key
        join commune c on c.programme_id = p.programme_id and c.insee = p.insee
        where n.commune is null or c.name_key = n.commune_key or c.insee = upper(n.commune)
        union all
        select n.unit, n.commune, p.provider_id, p.office_id, p.insee, true
        from named n
        join provider p on p.programme_id = $1 and p.provider_id = n.id) m
    order by m.unit, m.commune, m.is_id desc, m.insee, m.provider_id
), governed as materialized (
    select distinct on (m.unit) m.unit, m.insee, m.office_id, count(*) over (partition by m.unit) as communes
    from (
        select n.unit, c.insee, c.office_id, false as is_insee
        from (select distinct n.unit, n.unit_key from named n) n
        join commune c on c.programme_id = $1 and c.name_key = n.unit_key
        union all
        select n.unit, c.insee, c.office_id, true
        from (select distinct n.unit from named n) n
        join commune c on c.programme_id = $1 and c.insee = upper(n.unit)) m
    order by m.unit, m.is_insee desc, m.insee
)
update staged_observation s
set cohort_id = h.cohort_id, campaign = coalesce(h.cohort_id, '00000000-0000-0000-0000-000000000000'::uuid),
    code = k.code, unit_kind = k.unit, is_mail = k.is_mail, providers = p.providers, communes = c.communes,
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
left join cohort h on h.programme_id = $1 and h.code = lower(x.cohort)
left join criterion k on k.grid = $2 and k.code = upper(x.criterion)
left join provided p on p.unit = x.unit and p.commune is not distinct from x.commune
left join governed c on c.unit = x.unit
where x.line = s.line
