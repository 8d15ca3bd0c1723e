-- What was published of evaluation $3 of cohort $2 for reader $4 with groups of at least $5; of the last one when $3 is null.
select p.number, p.evaluation_number, p.reader, p.minimum_group, p.own_people, p.told, p.body, p.body_sha256,
    p.program_version
from publication p
where p.programme_id = $1 and p.cohort_id = $2 and ($3::integer is null or p.evaluation_number = $3) and p.reader = $4
    and ($5::integer is null or p.minimum_group = $5)
order by p.number desc
limit 1
