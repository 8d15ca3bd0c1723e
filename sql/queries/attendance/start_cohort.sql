-- The first half-day with a mark makes an open cohort running.
update cohort c set status = 'running'
where c.programme_id = $1 and c.cohort_id = $2 and c.status = 'open' and exists (
    select from attendance t where t.programme_id = $1 and t.cohort_id = $2 and t.minutes > 0)
