-- Which office follows each person of cohort $2 today, by arrival.
select e.arrival, o.code as office
from enrolment e
join office o on o.programme_id = e.programme_id and o.office_id = e.office_id
where e.programme_id = $1 and e.cohort_id = $2
order by e.arrival
