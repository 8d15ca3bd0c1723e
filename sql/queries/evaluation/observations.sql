-- What was observed by day $3, by version $4 of the grid, of the providers of cohort $2 who entered and of their communes.
-- What the cohort's own campaign saw, else what was seen of the territory within the cohort's dates. A provider is the first to
-- arrive of its people. A mail is followed to the day's end in Paris; times are in seconds.
with concerned as (
    select coalesce(s.provider_id, a.provider_id) as provider_id, min(e.arrival) as arrival
    from enrolment e
    join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
    left join enrolment_origin s on s.programme_id = e.programme_id and s.enrolment_id = e.enrolment_id
    join lateral (
        select h.to_status from enrolment_history h
        where h.programme_id = e.programme_id and h.enrolment_id = e.enrolment_id and h.effective_on <= $3
        order by h.step desc limit 1) last on last.to_status in ('active', 'suspended', 'completed', 'dropped_out', 'excluded')
    where e.programme_id = $1 and e.cohort_id = $2 and exists (select from enrolment_history h
        where h.programme_id = e.programme_id and h.enrolment_id = e.enrolment_id and h.to_status = 'active'
            and h.effective_on <= $3)
    group by coalesce(s.provider_id, a.provider_id)
), seen as (
    select x.arrival, null::text as commune, o.observation_id
    from concerned x
    join observation o on o.programme_id = $1 and o.provider_id = x.provider_id
    union all
    select null, o.insee, o.observation_id
    from (select distinct p.insee from concerned x join provider p on p.programme_id = $1 and p.provider_id = x.provider_id) p
    join observation o on o.programme_id = $1 and o.insee = p.insee
)
select s.arrival, s.commune as insee, o.criterion, o.wave, o.rank, o.value, o.missing,
    o.kind in ('partial', 'complete', 'complete_with_link') and o.replied_at < d.ends_at as is_answered,
    extract(epoch from case when o.kind in ('partial', 'complete', 'complete_with_link') and o.replied_at < d.ends_at
        then o.replied_at else d.ends_at end - o.sent_at)::bigint as followed
from seen s
join observation o on o.programme_id = $1 and o.observation_id = s.observation_id
cross join (select ($3::date + 1)::timestamp at time zone 'Europe/Paris' as ends_at) d
where o.grid = $4 and o.wave in ('before', 'after') and o.observed_on <= $3 and (o.sent_at is null or o.sent_at < d.ends_at)
    and (o.cohort_id = $2 or o.cohort_id is null and exists (
        select from observation_window w
        where w.programme_id = $1 and w.cohort_id = $2 and w.wave = o.wave
            and o.observed_on between w.opens_on and w.closes_on) and not exists (
        select from observation n
        where n.programme_id = $1 and n.cohort_id = $2 and n.grid = $4 and n.criterion = o.criterion and n.wave = o.wave
            and (n.provider_id = o.provider_id or n.insee = o.insee) and n.observed_on <= $3))
order by s.arrival, s.commune, o.criterion, o.wave = 'after', o.rank
