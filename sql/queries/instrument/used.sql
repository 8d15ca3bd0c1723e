-- The version of instrument $3 (of any, without) that cohort $2 has answered before and after, and most: its waves pair.
select i.instrument_id, i.code, i.version, i.title, i.framework
from assessment a
join instrument i on i.programme_id = a.programme_id and i.instrument_id = a.instrument_id
where a.programme_id = $1 and a.cohort_id = $2 and ($3::text is null or i.code = $3) and a.wave in ('before', 'after')
group by i.programme_id, i.instrument_id
order by count(distinct a.wave) desc, count(*) desc, i.code, i.version
limit 1
