-- What was observed by day $3, by version $4 of the grid, of the providers of cohort $2 who entered and of their communes.
-- A provider is the first to arrive of its people. A mail is followed to the day's end in Paris; times are in seconds.
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
    select x.arrival, null::text as insee, o.programme_id, o.grid, o.criterion, o.wave, o.rank, o.observed_on, o.value, o.missing,
        o.sent_at, o.replied_at, o.kind
    from concerned x
    join observation o on o.programme_id = $1 and o.provider_id = x.provider_id
    union all
    select null, p.insee, o.programme_id, o.grid, o.criterion, o.wave, o.rank, o.observed_on, o.value, o.missing, o.sent_at,
        o.replied_at, o.kind
    from (select distinct p.insee from concerned x join provider p on p.programme_id = $1 and p.provider_id = x.provider_id) p
    join observation o on o.programme_id = $1 and o.insee = p.insee
)
select s.arrival, s.insee, s.criterion, s.wave, s.rank, s.value, s.missing,
    s.kind in ('partial', 'complete', 'complete_with_link') and s.replied_at < d.ends_at as is_answered,
    extract(epoch from case when s.kind in ('partial', 'complete', 'complete_with_link') and s.replied_at < d.ends_at
        then s.replied_at else d.ends_at end - s.sent_at)::bigint as followed
from seen s
cross join (select ($3::date + 1)::timestamp at time zone 'Europe/Paris' as ends_at) d
where s.programme_id = $1 and s.grid = $4 and s.wave in ('before', 'after') and s.observed_on <= $3
    and (s.sent_at is null or s.sent_at < d.ends_at)
order by s.arrival, s.insee, s.criterion, s.wave = 'after', s.rank
