-- Moves the cohorts $2 to evaluated.
update cohort set status = 'evaluated' where programme_id = $1 and cohort_id = any($2) and status <> 'evaluated'
