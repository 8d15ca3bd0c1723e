-- Evaluation number $3 of cohort $2, or the final one in force, or the last draft.
select v.number, v.status, v.as_of, v.inputs_sha256, v.body_sha256, v.program_version, v.schema_version, v.body
from evaluation v
left join lateral (
    select max(f.step) as step from final_evaluation f
    where f.programme_id = v.programme_id and f.cohort_id = v.cohort_id and f.evaluation_number = v.number) force on true
where v.programme_id = $1 and v.cohort_id = $2 and ($3::integer is null or v.number = $3)
order by force.step desc nulls last, v.status = 'final' desc, v.number desc
limit 1
