-- Puts final evaluations $4 of the cohorts $2 in force, as their steps $3, unless another took a step meanwhile.
insert into final_evaluation (programme_id, cohort_id, step, evaluation_number)
select $1, w.cohort_id, w.step, w.number
from unnest($2::uuid[], $3::integer[], $4::integer[]) w (cohort_id, step, number)
on conflict (programme_id, cohort_id, step) do nothing
