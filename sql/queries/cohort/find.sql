-- Cohort $2 of programme $1.
select c.programme_id, c.cohort_id, c.code, c.title, c.places, c.starts_on, c.ends_on, c.minimum_assiduity, c.quota_until,
    c.status
from cohort c
where c.programme_id = $1 and c.code = $2
