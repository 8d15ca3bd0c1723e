-- The ledger of what was published of programme $1, of one cohort when $2 names it, in order.
select c.code as cohort, p.number, p.evaluation_number, v.status, p.reader, p.minimum_group, p.body_sha256,
    to_char(p.published_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as published_at
from publication p
join cohort c on c.programme_id = p.programme_id and c.cohort_id = p.cohort_id
join evaluation v on v.programme_id = p.programme_id and v.cohort_id = p.cohort_id and v.number = p.evaluation_number
where p.programme_id = $1 and ($2::text is null or c.code = $2)
order by c.code, p.number
