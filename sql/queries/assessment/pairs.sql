-- Who entered in programme $1 and what they answered, before and after, to the instrument that their cohort declared.
-- Of cohort $2 only, when given. Who answered another version counts where a mapping was declared, as in the evaluation.
with mapped as materialized (
    select c.programme_id, c.cohort_id, c.instrument_id
    from cohort c
    where c.programme_id = $1 and ($2::uuid is null or c.cohort_id = $2) and exists (
        select from item_mapping m
        where m.programme_id = $1 and c.instrument_id in (m.from_instrument_id, m.to_instrument_id))
), counted as materialized (
    select distinct on (s.enrolment_id, s.wave) c.instrument_id, s.enrolment_id, s.wave, s.answers, s.version
    from mapped c
    join (
        select o.programme_id, o.cohort_id, o.instrument_id, o.enrolment_id, o.wave, o.answers, null::integer as version
        from assessment o
        where o.programme_id = $1
        union all
        select m.programme_id, m.cohort_id, m.instrument_id, m.enrolment_id, m.wave, m.answers, m.version
        from mapped_assessment m
        where m.programme_id = $1) s
        on s.programme_id = c.programme_id and s.cohort_id = c.cohort_id and s.instrument_id = c.instrument_id
    where s.wave in ('before', 'after')
    order by s.enrolment_id, s.wave, s.version desc nulls first
)
select b.instrument_id, b.answers as before, a.answers as after
from cohort c
join assessment b on b.programme_id = c.programme_id and b.cohort_id = c.cohort_id and b.instrument_id = c.instrument_id
    and b.wave = 'before'
join assessment a on a.programme_id = b.programme_id and a.enrolment_id = b.enrolment_id
    and a.instrument_id = b.instrument_id and a.wave = 'after'
join enrolment e on e.programme_id = b.programme_id and e.enrolment_id = b.enrolment_id
    and e.status in ('active', 'suspended', 'completed', 'dropped_out', 'excluded')
where c.programme_id = $1 and ($2::uuid is null or c.cohort_id = $2)
union all
select b.instrument_id, b.answers, a.answers
from counted b
join counted a on a.enrolment_id = b.enrolment_id and a.wave = 'after' and (a.version is not null or b.version is not null)
join enrolment e on e.programme_id = $1 and e.enrolment_id = b.enrolment_id
    and e.status in ('active', 'suspended', 'completed', 'dropped_out', 'excluded')
where b.wave = 'before'
