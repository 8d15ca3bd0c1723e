-- What instrument $2 is for, whether it bears names, whether a later version took its place and when it was first answered.
select i.kind, i.is_anonymous,
    (select max(n.version) from instrument n where n.programme_id = i.programme_id and n.code = i.code) as latest_version,
    (select count(*) from assessment a where a.programme_id = i.programme_id and a.instrument_id = i.instrument_id
        and a.cohort_id = $3) as answered_in_cohort
from instrument i
where i.programme_id = $1 and i.instrument_id = $2
