-- Locks cohort $2 of programme $1 for whoever counts its places, before anything is counted.
select c.cohort_id from cohort c where c.programme_id = $1 and c.cohort_id = $2 for update
