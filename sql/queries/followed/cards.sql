-- How each of those whom the asker follows in cohort $2 stands on day $3, for who looks whom to call first.
-- Only those whose name or provider holds $4, and who stand at status $5, when these are given.
select a.participant_id, e.enrolment_id, a.family_name, a.given_name, a.email, a.phone, p.name as provider,
    c.name as commune, e.status, x.absences, x.attended, x.planned, h.instrument_id, b.answers as before,
    t.answers as after, h.ends_on <= $3::date as is_over, d.overdue, d.due_since,
    $3 - d.due_since as overdue_days, coalesce(d.last_help >= t.taken_on or d.last_help > $3 - 30, false) as is_helped_since
from cohort h
join enrolment e on e.programme_id = h.programme_id and e.cohort_id = h.cohort_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join provider p on p.programme_id = a.programme_id and p.provider_id = a.provider_id
join commune c on c.programme_id = p.programme_id and c.insee = p.insee
left join assessment b on b.programme_id = e.programme_id and b.enrolment_id = e.enrolment_id
    and b.instrument_id = h.instrument_id and b.wave = 'before'
left join assessment t on t.programme_id = e.programme_id and t.enrolment_id = e.enrolment_id
    and t.instrument_id = h.instrument_id and t.wave = 'after'
cross join lateral (
    select count(*) filter (where x.status = 'absent') as absences, coalesce(sum(x.minutes), 0)::bigint as attended,
        coalesce(sum(x.planned_minutes) filter (where x.status <> 'exempt'), 0)::bigint as planned
    from expected_attendance x
    where x.programme_id = e.programme_id and x.enrolment_id = e.enrolment_id and x.date <= $3) x
cross join lateral (
    select count(*) filter (where p.due_on < $3 and (p.done_on is null or p.done_on > $3)) as overdue,
        min(p.due_on) filter (where p.due_on < $3 and (p.done_on is null or p.done_on > $3)) as due_since,
        max(p.supported_on) filter (where p.supported_on <= $3) as last_help
    from support p
    where p.programme_id = e.programme_id and p.enrolment_id = e.enrolment_id and not p.is_cancelled) d
where h.programme_id = $1 and h.code = $2
    and ($4::text is null or position(fold($4) in a.name_key) > 0 or position(fold($4) in fold(p.name)) > 0
        or position(fold($4) in fold(a.given_name || ' ' || a.family_name)) > 0)
    and ($5::text is null or e.status = $5)
order by a.name_key, a.participant_id
