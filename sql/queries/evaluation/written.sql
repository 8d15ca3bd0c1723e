-- Keeps that the documents of evaluation $3 of cohort $2 were written.
insert into written_evaluation (programme_id, cohort_id, evaluation_number) values ($1, $2, $3)
on conflict (programme_id, cohort_id, evaluation_number) do nothing
