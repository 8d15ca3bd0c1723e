-- The answers of cohort $2 to instrument $3 before, after and looking back, up to day $4, by wave and arrival.
-- Answers to another version count where a mapping was declared, each under the question that asks the same.
select u.wave, u.arrival, u.taken_on, u.answers
from (
    select a.wave, e.arrival, a.taken_on, a.answers
    from assessment a
    join enrolment e on e.programme_id = a.programme_id and e.enrolment_id = a.enrolment_id
    where a.programme_id = $1 and a.cohort_id = $2 and a.instrument_id = $3 and a.wave in ('before', 'after', 'retrospective')
        and a.taken_on <= $4
    union all
    select a.wave, e.arrival, a.taken_on, x.answers
    from assessment a
    join enrolment e on e.programme_id = a.programme_id and e.enrolment_id = a.enrolment_id
    join lateral (
        select array_agg(a.answers[p.theirs] order by t.position) as answers, count(p.theirs) as mapped
        from item t
        left join (
            select m.from_instrument_id as other, m.from_position as theirs, m.to_position as ours
            from item_mapping m where m.programme_id = $1 and m.to_instrument_id = $3
            union all
            select m.to_instrument_id, m.to_position, m.from_position
            from item_mapping m where m.programme_id = $1 and m.from_instrument_id = $3
        ) p on p.other = a.instrument_id and p.ours = t.position
        where t.programme_id = a.programme_id and t.instrument_id = $3) x on x.mapped > 0
    where a.programme_id = $1 and a.cohort_id = $2 and a.instrument_id <> $3
        and a.wave in ('before', 'after', 'retrospective') and a.taken_on <= $4 and not exists (
            select from assessment d where d.programme_id = a.programme_id and d.enrolment_id = a.enrolment_id
                and d.instrument_id = $3 and d.wave = a.wave)
        and exists (
            select from item_mapping m where m.programme_id = $1
                and (m.from_instrument_id, m.to_instrument_id) in ((a.instrument_id, $3), ($3, a.instrument_id)))
) u
order by u.wave = 'retrospective', u.wave = 'after', u.arrival
