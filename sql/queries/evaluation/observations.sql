-- What was observed of the providers of the cohorts $2 who entered and of their communes, by cohort in that order.
-- Each by its day of $3, by version $4 of the grid. What the cohort's own campaign saw, else what was seen of the territory
-- within the cohort's dates. A provider is the first to arrive of its people. A mail is followed to the day's end in Paris.
-- Times are in seconds.
with wanted as (
    select w.cohort_id, w.day, w.asked, (w.day + 1)::timestamp at time zone 'Europe/Paris' as ends_at
    from unnest($2::uuid[], $3::date[]) with ordinality w (cohort_id, day, asked)
    where exists (select from observation o where o.programme_id = $1 and o.grid = $4)
), concerned as (
    select w.asked, coalesce(s.provider_id, a.provider_id) as provider_id, min(e.arrival) as arrival
    from wanted w
    join enrolment e on e.programme_id = $1 and e.cohort_id = w.cohort_id
    join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
    left join enrolment_origin s on s.programme_id = e.programme_id and s.enrolment_id = e.enrolment_id
    join lateral (
        select h.to_status from enrolment_history h
        where h.programme_id = e.programme_id and h.enrolment_id = e.enrolment_id and h.effective_on <= w.day
        order by h.step desc limit 1) last on last.to_status in ('active', 'suspended', 'completed', 'dropped_out', 'excluded')
    where exists (select from enrolment_history h
        where h.programme_id = e.programme_id and h.enrolment_id = e.enrolment_id and h.to_status = 'active'
            and h.effective_on <= w.day)
    group by w.asked, coalesce(s.provider_id, a.provider_id)
), seen as (
    select x.asked, x.arrival, null::text as commune, o.observation_id
    from concerned x
    join observation o on o.programme_id = $1 and o.provider_id = x.provider_id
    union all
    select p.asked, null, o.insee, o.observation_id
    from (
        select distinct x.asked, p.insee
        from concerned x
        join provider p on p.programme_id = $1 and p.provider_id = x.provider_id
    ) p
    join observation o on o.programme_id = $1 and o.insee = p.insee
)
select s.asked, s.arrival, s.commune as insee, o.criterion, o.wave, o.rank, o.value, o.missing,
    o.kind in ('partial', 'complete', 'complete_with_link') and o.replied_at < d.ends_at as is_answered,
    extract(epoch from case when o.kind in ('partial', 'complete', 'complete_with_link') and o.replied_at < d.ends_at
        then o.replied_at else d.ends_at end - o.sent_at)::bigint as followed
from seen s
join wanted d on d.asked = s.asked
join observation o on o.programme_id = $1 and o.observation_id = s.observation_id
where o.grid = $4 and o.wave in ('before', 'after') and o.observed_on <= d.day and (o.sent_at is null or o.sent_at < d.ends_at)
    and (o.cohort_id = d.cohort_id or o.cohort_id is null and exists (
        select from observation_window w
        where w.programme_id = $1 and w.cohort_id = d.cohort_id and w.wave = o.wave
            and o.observed_on between w.opens_on and w.closes_on) and not exists (
        select from observation n
        where n.programme_id = $1 and n.cohort_id = d.cohort_id and n.grid = $4 and n.criterion = o.criterion
            and n.wave = o.wave and (n.provider_id = o.provider_id or n.insee = o.insee) and n.observed_on <= d.day))
order by s.asked, s.arrival, s.commune, o.criterion, o.wave = 'after', o.rank
