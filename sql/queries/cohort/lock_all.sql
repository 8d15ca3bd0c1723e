-- Locks every cohort of programme $1, in one order: whoever changes people does so while nobody applies or is marked.
select c.cohort_id from cohort c where c.programme_id = $1 order by c.cohort_id for update
