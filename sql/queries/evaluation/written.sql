-- Keeps that the documents of evaluations $3 of the cohorts $2 were written.
insert into written_evaluation (programme_id, cohort_id, evaluation_number)
select $1, w.cohort_id, w.number from unnest($2::uuid[], $3::integer[]) w (cohort_id, number)
on conflict (programme_id, cohort_id, evaluation_number) do nothing
