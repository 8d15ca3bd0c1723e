-- The last evaluation of each of the cohorts $2 that was made with its status of $4 from its inputs of $5, for audience $3.
select w.asked, v.number, v.status, v.as_of, v.inputs_sha256, v.body_sha256, v.program_version, v.schema_version, v.body
from unnest($2::uuid[], $4::text[], $5::text[]) with ordinality w (cohort_id, status, inputs_sha256, asked)
cross join lateral (
    select v.* from evaluation v
    where v.programme_id = $1 and v.cohort_id = w.cohort_id and v.audience = $3 and v.status = w.status
        and v.inputs_sha256 = w.inputs_sha256
    order by v.number desc
    limit 1) v
order by w.asked
