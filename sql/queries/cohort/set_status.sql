-- Moves cohort $2 to status $3.
update cohort set status = $3 where programme_id = $1 and cohort_id = $2 and status <> $3
