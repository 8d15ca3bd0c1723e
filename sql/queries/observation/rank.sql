-- Finds what the same observer said before by version $2 of the grid, and who of two observers is the first, who the second.
with known as materialized (
    select o.observation_id, o.provider_id::text as unit, o.campaign, o.criterion, o.wave, o.observer_key, o.rank
    from observation o
    where o.programme_id = $1 and o.grid = $2 and o.provider_id in (select t.provider_id from staged_observation t)
    union all
    select o.observation_id, o.insee, o.campaign, o.criterion, o.wave, o.observer_key, o.rank
    from observation o
    where o.programme_id = $1 and o.grid = $2 and o.insee in (select t.insee from staged_observation t)
), seen as (
    select k.unit, k.campaign, k.criterion, k.wave, count(*) as observers
    from known k group by k.unit, k.campaign, k.criterion, k.wave
), said as (
    select t.line, t.unit, t.campaign, t.criterion, t.wave, k.observation_id, k.rank, coalesce(n.observers, 0) as seen,
        min(t.line) over (partition by t.unit, t.campaign, t.criterion, t.wave, t.observer_key) as first_line
    from (select s.line, coalesce(s.provider_id::text, s.insee) as unit, s.campaign, s.code as criterion, s.wave,
            fold(s.observer) as observer_key
        from staged_observation s where s.office_id is not null) t
    left join known k on k.unit = t.unit and k.campaign = t.campaign and k.criterion = t.criterion and k.wave = t.wave
        and k.observer_key = t.observer_key
    left join seen n on n.unit = t.unit and n.campaign = t.campaign and n.criterion = t.criterion and n.wave = t.wave
), placed as (
    select d.line, d.observation_id, d.rank, d.seen + dense_rank() over
            (partition by d.unit, d.campaign, d.criterion, d.wave, d.observation_id is null order by d.first_line) as place
    from said d
)
update staged_observation s
set known_id = p.observation_id, rank = coalesce(p.rank, p.place),
    observed_on = coalesce(s.observed_on, (s.sent_at at time zone 'Europe/Paris')::date)
from placed p
where p.line = s.line
