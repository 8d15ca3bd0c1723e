-- The instrument that cohort $2 declared by its first assessment before; none when $3 names another.
select i.instrument_id, i.code, i.version, i.title, i.framework
from cohort c
join instrument i on i.programme_id = c.programme_id and i.instrument_id = c.instrument_id
where c.programme_id = $1 and c.cohort_id = $2 and ($3::text is null or i.code = $3)
