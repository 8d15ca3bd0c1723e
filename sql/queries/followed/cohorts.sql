-- The cohorts of programme $1, and how many of its own people the asker has in each.
select h.code as cohort, h.title, h.status, h.starts_on, h.ends_on, count(e.enrolment_id) as followed
from cohort h
left join enrolment e on e.programme_id = h.programme_id and e.cohort_id = h.cohort_id
where h.programme_id = $1
group by h.programme_id, h.cohort_id
order by h.starts_on desc, h.code
