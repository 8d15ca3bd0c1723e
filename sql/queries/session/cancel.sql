-- Cancels half-day $3 of cohort $2 for all and keeps why ($4); one where somebody was stays as it was.
with cancelled as (
    update session s set is_cancelled = true
    where s.programme_id = $1 and s.cohort_id = $2 and s.code = $3 and not s.is_cancelled and not exists (
        select from attendance t where t.programme_id = s.programme_id and t.session_id = s.session_id and t.minutes > 0)
    returning s.session_id
)
insert into session_cancellation (programme_id, session_id, reason)
select $1, c.session_id, $4 from cancelled c
