-- The evaluation of cohort $2 that was made with this status from the same inputs and has the same bytes.
select v.number, v.status, v.as_of, v.inputs_sha256, v.body_sha256, v.program_version, v.schema_version, v.body
from evaluation v
where v.programme_id = $1 and v.cohort_id = $2 and v.audience = $3 and v.status = $4 and v.inputs_sha256 = $5
order by v.number desc
limit 1
