-- The cohorts of programme $1 that are closed and have no final evaluation, or whose last one was stored and not written.
select c.code
from cohort c
left join lateral (
    select f.evaluation_number from final_evaluation f
    where f.programme_id = c.programme_id and f.cohort_id = c.cohort_id
    order by f.step desc limit 1) last on true
left join written_evaluation w on w.programme_id = c.programme_id and w.cohort_id = c.cohort_id
    and w.evaluation_number = last.evaluation_number
where c.programme_id = $1
    and (c.status = 'closed' or c.status = 'evaluated' and last.evaluation_number is not null
        and w.evaluation_number is null)
order by c.code
