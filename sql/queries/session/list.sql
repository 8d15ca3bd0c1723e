-- The half-days of cohort $2, in order, with how many of those expected are marked.
select s.code as session, s.date, s.half_day, s.starts, s.ends, s.planned_minutes, s.place, s.mode, s.trainer, s.theme,
    s.is_cancelled, n.reason as cancelled_because,
    count(t.*) filter (where t.status <> 'unmarked') as marked, count(t.*) filter (where t.minutes > 0) as present
from session s
left join session_cancellation n on n.programme_id = s.programme_id and n.session_id = s.session_id
left join attendance t on t.programme_id = s.programme_id and t.session_id = s.session_id
where s.programme_id = $1 and s.cohort_id = $2
group by s.programme_id, s.session_id, n.reason
order by s.date, s.starts, s.code
