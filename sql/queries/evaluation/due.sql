-- The cohorts of programme $1 that are closed and have no final evaluation.
select c.code from cohort c where c.programme_id = $1 and c.status = 'closed' order by c.code
