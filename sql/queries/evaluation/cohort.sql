-- What the evaluation says of the cohorts $2 themselves, in that order, and the last day of their before and after assessments.
select w.asked, c.code, c.title, p.name as programme, c.starts_on, c.ends_on, c.places, c.minimum_assiduity, c.status,
    c.instrument_id,
    (select max(a.taken_on) from assessment a
     where a.programme_id = c.programme_id and a.cohort_id = c.cohort_id and a.instrument_id = c.instrument_id
         and a.wave in ('before', 'after')) as last_assessed_on,
    (select max(m.version) from migration m) as schema_version
from unnest($2::uuid[]) with ordinality w (cohort_id, asked)
join cohort c on c.programme_id = $1 and c.cohort_id = w.cohort_id
join programme p on p.id = c.programme_id
order by w.asked
