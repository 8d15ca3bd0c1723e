-- The instruments $2 of programme $1.
select i.instrument_id, i.code, i.version, i.title, i.framework
from instrument i
where i.programme_id = $1 and i.instrument_id = any($2)
order by i.code, i.version
