-- Every correction of an observation, by unit and criterion: what it was, what it became, who changed it and why.
select coalesce(p.name, c.name) as name, f.code as office, o.criterion, o.wave, o.observer, x.step - 1 as correction,
    coalesce(x.old_value::text, x.old_missing, x.old_kind) as old_value,
    coalesce(x.new_value::text, x.new_missing, x.new_kind) as new_value, x.reason, x.actor,
    to_char(x.recorded_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as recorded_at
from observation_correction x
join observation o on o.programme_id = x.programme_id and o.observation_id = x.observation_id
join criterion k on k.grid = o.grid and k.code = o.criterion
join office f on f.programme_id = o.programme_id and f.office_id = o.office_id
left join provider p on p.programme_id = o.programme_id and p.provider_id = o.provider_id
left join commune c on c.programme_id = o.programme_id and c.insee = o.insee
where x.programme_id = $1
order by f.code, coalesce(p.name_key, c.name_key), k.position, o.wave = 'after', o.wave = 'follow_up', o.rank, x.step
