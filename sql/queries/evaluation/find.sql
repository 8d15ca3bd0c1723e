-- Evaluation number $3 of cohort $2, or the last final one, or the last draft.
select v.number, v.status, v.as_of, v.inputs_sha256, v.body_sha256, v.program_version, v.schema_version, v.body
from evaluation v
where v.programme_id = $1 and v.cohort_id = $2 and ($3::integer is null or v.number = $3)
order by v.status = 'final' desc, v.number desc
limit 1
