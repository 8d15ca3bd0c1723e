-- The cohorts of programme $1, or the one of code $2, with their places.
select c.code as cohort, c.title, c.status, c.places,
    count(e.*) filter (where e.status in
        ('offered', 'enrolled', 'active', 'suspended', 'completed', 'dropped_out', 'excluded')) as held,
    count(e.*) filter (where e.status = 'waitlisted') as waitlisted, c.starts_on, c.ends_on, c.minimum_assiduity, c.quota_until
from cohort c
left join enrolment e on e.programme_id = c.programme_id and e.cohort_id = c.cohort_id
where c.programme_id = $1 and ($2::text is null or c.code = $2)
group by c.programme_id, c.cohort_id
order by c.starts_on, c.code
