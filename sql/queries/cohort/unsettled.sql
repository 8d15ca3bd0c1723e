-- Who keeps cohort $2 from being closed: applications, offers and enrolments that are not settled, by status.
select e.status, count(*) as people
from enrolment e
where e.programme_id = $1 and e.cohort_id = $2 and e.status in ('applied', 'offered', 'enrolled', 'active', 'suspended')
group by e.status
order by e.status
