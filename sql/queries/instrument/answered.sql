-- The instruments on framework $3 that cohort $2 has answered at any wave.
select i.instrument_id, i.code, i.version, i.title, i.framework
from instrument i
where i.programme_id = $1 and i.framework = $3 and exists (
    select from assessment a
    where a.programme_id = i.programme_id and a.instrument_id = i.instrument_id and a.cohort_id = $2)
order by i.code, i.version
