-- The last evaluation of cohort $2 of programme $1 that was published to the asker.
select p.number, p.body, p.body_sha256,
    to_char(p.published_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as published_at
from publication p
join cohort h on h.programme_id = p.programme_id and h.cohort_id = p.cohort_id
where p.programme_id = $1 and h.code = $2
order by p.number desc
limit 1
