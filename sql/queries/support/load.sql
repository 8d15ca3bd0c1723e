-- What the offices did for cohort $2 up to day $3: acts, people, minutes, what is to follow and what is overdue.
select o.code as office, o.short_name as name, count(p.support_id) as acts, count(distinct p.enrolment_id) as people,
    coalesce(sum(p.minutes), 0) as minutes,
    count(p.support_id) filter (where p.next_action is not null and coalesce(p.done_on > $3, true)) as to_follow,
    count(p.support_id) filter (where p.due_on < $3 and coalesce(p.done_on > $3, true)) as overdue
from office o
left join support p on p.programme_id = o.programme_id and p.by_office_id = o.office_id and not p.is_cancelled
    and ($2::uuid is null or p.cohort_id = $2) and p.supported_on <= $3
where o.programme_id = $1
group by o.programme_id, o.office_id, o.code, o.short_name
order by o.code
