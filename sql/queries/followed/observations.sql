-- What was observed, by version $3 of the grid, of the provider for whom person $2 of programme $1 comes.
-- Of a criterion at a wave, the first observer's word; of several campaigns, the latest.
select distinct on (k.position, o.wave) o.criterion, o.wave, o.observed_on, o.value, o.missing, o.evidence, o.kind,
    case when o.kind in ('partial', 'complete', 'complete_with_link')
        then extract(epoch from o.replied_at - o.sent_at)::double precision / 3600 end as hours
from participant a
join observation o on o.programme_id = a.programme_id and o.provider_id = a.provider_id
join criterion k on k.grid = o.grid and k.code = o.criterion
where a.programme_id = $1 and a.participant_id = $2 and o.grid = $3 and o.rank = 1
order by k.position, o.wave, o.observed_on desc, o.observation_id
