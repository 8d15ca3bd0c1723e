-- Whether programme $1, or its cohort $2 when one is named, has a hundred enrolments.
select count(*) = 100 as is_many
from (
    select from enrolment e where e.programme_id = $1 and ($2::uuid is null or e.cohort_id = $2) limit 100
) e
