-- Locks the rows of the cohorts $2 until the transaction's end, before an evaluation of any comes into force.
select c.cohort_id from cohort c where c.programme_id = $1 and c.cohort_id = any($2) order by c.cohort_id for update
