-- The cohorts of programme $1 that have the codes $2, in the order of their codes.
select c.programme_id, c.cohort_id, c.code, c.title, c.places, c.starts_on, c.ends_on, c.minimum_assiduity, c.quota_until,
    c.status
from cohort c
where c.programme_id = $1 and c.code = any($2)
order by c.code
