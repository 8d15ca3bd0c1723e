-- The instruments of programme $1 with every version, and how often each was answered.
select i.code as instrument, i.version, i.title, i.framework,
    (select count(*) from item t where t.programme_id = i.programme_id and t.instrument_id = i.instrument_id) as items,
    (select count(*) from assessment a where a.programme_id = i.programme_id and a.instrument_id = i.instrument_id) as assessments
from instrument i
where i.programme_id = $1
order by i.code, i.version
