-- The version $3 of instrument $2, or its latest when no version is named.
select i.instrument_id, i.code, i.version, i.title, i.framework
from instrument i
where i.programme_id = $1 and i.code = $2 and ($3::integer is null or i.version = $3)
order by i.version desc
limit 1
