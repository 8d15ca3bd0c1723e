-- Who entered in programme $1 and what they answered, before and after, to the instrument that their cohort declared.
-- Of cohort $2 only, when given.
select b.instrument_id, b.answers as before, a.answers as after
from cohort c
join assessment b on b.programme_id = c.programme_id and b.cohort_id = c.cohort_id and b.instrument_id = c.instrument_id
    and b.wave = 'before'
join assessment a on a.programme_id = b.programme_id and a.enrolment_id = b.enrolment_id
    and a.instrument_id = b.instrument_id and a.wave = 'after'
join enrolment e on e.programme_id = b.programme_id and e.enrolment_id = b.enrolment_id
    and e.status in ('active', 'suspended', 'completed', 'dropped_out', 'excluded')
where c.programme_id = $1 and ($2::uuid is null or c.cohort_id = $2)
