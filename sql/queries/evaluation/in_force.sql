-- The final evaluations of cohort $2 as they came into force, the last first: the first of them is in force.
select f.step, f.evaluation_number, v.inputs_sha256
from final_evaluation f
join evaluation v on v.programme_id = f.programme_id and v.cohort_id = f.cohort_id and v.number = f.evaluation_number
where f.programme_id = $1 and f.cohort_id = $2
order by f.step desc
limit 2
