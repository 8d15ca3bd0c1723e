-- The last two final evaluations of each of the cohorts $2 as they came into force, the last first: that one is in force.
select w.asked, f.step, f.evaluation_number, v.inputs_sha256
from unnest($2::uuid[]) with ordinality w (cohort_id, asked)
cross join lateral (
    select f.step, f.evaluation_number from final_evaluation f
    where f.programme_id = $1 and f.cohort_id = w.cohort_id
    order by f.step desc
    limit 2) f
join evaluation v on v.programme_id = $1 and v.cohort_id = w.cohort_id and v.number = f.evaluation_number
order by w.asked, f.step desc
