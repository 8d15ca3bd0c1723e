-- The instruments of programme $1 with every version, how often each was answered, and since when it is frozen.
select i.code as instrument, i.version, i.title, i.framework, i.kind, i.is_anonymous,
    (select count(*) from item t where t.programme_id = i.programme_id and t.instrument_id = i.instrument_id) as items,
    a.assessments + n.assessments as assessments, least(a.first_day, n.first_day) as frozen_on
from instrument i
cross join lateral (
    select count(*) as assessments, min(a.taken_on) as first_day from assessment a
    where a.programme_id = i.programme_id and a.instrument_id = i.instrument_id) a
cross join lateral (
    select count(*) as assessments, min(n.answered_on) as first_day from anonymous_answer n
    where n.programme_id = i.programme_id and n.instrument_id = i.instrument_id) n
where i.programme_id = $1
order by i.code, i.version
