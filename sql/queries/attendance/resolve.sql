-- Finds the half-day of cohort $2 and the enrolment that each staged line names; everybody named is looked for once.
with named as materialized (
    select x.participant, lower(normalize(x.participant, NFC)) as email_key, uuid_or_null(x.participant) as id
    from (select distinct s.participant from staged_attendance s) x
), known as materialized (
    select n.participant, coalesce(a.merged_into, a.participant_id) as participant_id
    from named n
    cross join lateral (
        select a.participant_id, a.merged_into from participant a
        where a.programme_id = $1 and a.email_key = n.email_key
        union all
        select a.participant_id, a.merged_into from participant a
        where a.programme_id = $1 and a.participant_id = n.id
        limit 1) a
), placed as materialized (
    select k.participant, e.enrolment_id, e.office_id, e.status, e.enrolled_during
    from known k
    join enrolment e on e.programme_id = $1 and e.cohort_id = $2 and e.participant_id = k.participant_id
)
update staged_attendance s
set session_id = n.session_id, planned_minutes = n.planned_minutes, date = n.date, is_cancelled = n.is_cancelled,
    minutes = case s.status when 'present' then coalesce(s.minutes, n.planned_minutes)
        when 'late' then s.minutes when 'left_early' then s.minutes else coalesce(s.minutes, 0) end,
    enrolment_id = e.enrolment_id, office_id = e.office_id, enrolment_status = e.status, enrolled_on = lower(e.enrolled_during),
    left_on = case when not e.enrolled_during @> n.date then upper(e.enrolled_during * datemultirange(daterange(null, n.date))) end
from staged_attendance x
left join session n on n.programme_id = $1 and n.cohort_id = $2 and n.code = lower(x.session)
left join placed e on e.participant = x.participant
where x.line = s.line
