-- Puts final evaluation $4 of cohort $2 in force, as step $3, unless another took that step meanwhile.
insert into final_evaluation (programme_id, cohort_id, step, evaluation_number) values ($1, $2, $3, $4)
on conflict (programme_id, cohort_id, step) do nothing
