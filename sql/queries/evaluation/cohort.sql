-- What the evaluation says of cohort $2 itself, and the last day of its before and after assessments.
select c.code, c.title, p.name as programme, c.starts_on, c.ends_on, c.places, c.minimum_assiduity, c.status,
    (select max(a.taken_on) from assessment a
     where a.programme_id = c.programme_id and a.cohort_id = c.cohort_id and a.instrument_id = c.instrument_id
         and a.wave in ('before', 'after')) as last_assessed_on,
    (select max(m.version) from migration m) as schema_version
from cohort c
join programme p on p.id = c.programme_id
where c.programme_id = $1 and c.cohort_id = $2
