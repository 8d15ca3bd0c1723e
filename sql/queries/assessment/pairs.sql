-- Who entered in programme $1 and what they answered, before and after, to the instrument that their cohort declared.
-- Of cohort $2 only, when given. Who answered another version counts where a mapping was declared, as in the evaluation.
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
select c.instrument_id, b.answers, a.answers
from cohort c
join lateral (
    select distinct on (m.enrolment_id, m.wave) m.enrolment_id, m.wave, m.answers, m.version
    from (
        select s.enrolment_id, s.wave, s.answers, null::integer as version
        from assessment s
        where s.programme_id = c.programme_id and s.cohort_id = c.cohort_id and s.instrument_id = c.instrument_id
        union all
        select s.enrolment_id, s.wave, s.answers, s.version
        from mapped_assessment s
        where s.programme_id = c.programme_id and s.cohort_id = c.cohort_id and s.instrument_id = c.instrument_id) m
    where m.wave = 'before'
    order by m.enrolment_id, m.wave, m.version desc nulls first) b on true
join lateral (
    select m.answers, m.version
    from (
        select s.answers, null::integer as version
        from assessment s
        where s.programme_id = c.programme_id and s.enrolment_id = b.enrolment_id and s.instrument_id = c.instrument_id
            and s.wave = 'after'
        union all
        select s.answers, s.version
        from mapped_assessment s
        where s.programme_id = c.programme_id and s.enrolment_id = b.enrolment_id and s.instrument_id = c.instrument_id
            and s.wave = 'after') m
    order by m.version desc nulls first
    limit 1) a on a.version is not null or b.version is not null
join enrolment e on e.programme_id = c.programme_id and e.enrolment_id = b.enrolment_id
    and e.status in ('active', 'suspended', 'completed', 'dropped_out', 'excluded')
where c.programme_id = $1 and ($2::uuid is null or c.cohort_id = $2) and exists (
    select from item_mapping m
    where m.programme_id = $1 and c.instrument_id in (m.from_instrument_id, m.to_instrument_id))
