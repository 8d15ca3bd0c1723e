-- What was observed by day $9 by version $2 of the grid, by unit, criterion and wave, the first observer before the second.
-- Of one wave ($3), office ($4), commune ($5), category ($6), criterion ($7), unit ($8) or cohort ($10) when named: of a cohort, what counts for it.
-- Hours are until somebody answered a mail, else until that day's end in Paris.
select o.unit, coalesce(p.name, c.name) as name, f.code as office, c.name as commune, c.insee, p.category, o.criterion,
    o.wave, o.rank, o.observed_on, o.observer, o.value, o.missing,
    to_char(o.sent_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as sent_at,
    to_char(o.replied_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as replied_at, o.kind,
    o.kind in ('partial', 'complete', 'complete_with_link') and o.replied_at < d.ends_at as is_answered,
    extract(epoch from case when o.kind in ('partial', 'complete', 'complete_with_link') and o.replied_at < d.ends_at
        then o.replied_at else d.ends_at end - o.sent_at)::double precision / 3600 as hours, o.evidence, o.step - 1 as corrections,
    h.code as cohort
from observation o
cross join (select ($9::date + 1)::timestamp at time zone 'Europe/Paris' as ends_at) d
join criterion k on k.grid = o.grid and k.code = o.criterion
join office f on f.programme_id = o.programme_id and f.office_id = o.office_id
left join provider p on p.programme_id = o.programme_id and p.provider_id = o.provider_id
left join cohort h on h.programme_id = o.programme_id and h.cohort_id = o.cohort_id
join commune c on c.programme_id = o.programme_id and c.insee = coalesce(p.insee, o.insee)
where o.programme_id = $1 and o.grid = $2 and ($3::text is null or o.wave = $3) and ($4::text is null or f.code = $4)
    and ($5::text is null or c.insee = upper($5) or c.name_key = fold($5)) and ($6::text is null or p.category = $6)
    and ($7::text is null or o.criterion = $7)
    and ($8::text is null or p.provider_id = uuid_or_null($8) or p.name_key = fold($8) or o.insee = upper($8)
        or o.unit = 'commune' and c.name_key = fold($8))
    and ($10::text is null or h.code = $10 or o.cohort_id is null and exists (
        select from cohort x
        join observation_window w on w.programme_id = x.programme_id and w.cohort_id = x.cohort_id and w.wave = o.wave
        where x.programme_id = $1 and x.code = $10 and o.observed_on between w.opens_on and w.closes_on and not exists (
            select from observation n
            where n.programme_id = $1 and n.cohort_id = x.cohort_id and n.grid = o.grid and n.criterion = o.criterion
                and n.wave = o.wave and (n.provider_id = o.provider_id or n.insee = o.insee))))
    and o.observed_on <= $9 and (o.sent_at is null or o.sent_at < d.ends_at)
order by o.unit desc, f.code, coalesce(p.name_key, c.name_key), c.insee, k.position, o.wave = 'after', o.wave = 'follow_up',
    h.starts_on, h.code, o.rank
