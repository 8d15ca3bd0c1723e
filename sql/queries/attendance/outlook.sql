-- What each enrolment of cohort $2 attended of the half-days held by day $3 and may still attend; exempt counts nowhere.
-- Of those marked in this transaction only, when $4.
select coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name, o.code as office, e.status,
    count(*) filter (where x.minutes > 0 and x.date <= $3) as attended, count(x.date) filter (where x.date <= $3) as held,
    count(x.date) as planned, count(*) filter (where x.status = 'unmarked' and x.date <= $3) as unmarked,
    coalesce(sum(x.minutes) filter (where x.date <= $3), 0) as attended_minutes,
    coalesce(sum(x.planned_minutes) filter (where x.date <= $3), 0) as held_minutes,
    coalesce(sum(x.planned_minutes), 0) as planned_minutes,
    coalesce(sum(x.planned_minutes) filter (where x.status = 'unmarked' or x.date > $3 and x.status <> 'excused'), 0) as open_minutes
from enrolment e
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join office o on o.programme_id = e.programme_id and o.office_id = e.office_id
left join expected_attendance x on x.programme_id = e.programme_id and x.enrolment_id = e.enrolment_id and x.status <> 'exempt'
where e.programme_id = $1 and e.cohort_id = $2 and e.status in ('enrolled', 'active', 'suspended', 'completed')
    and (not $4::boolean or exists (select from attendance m
        where m.programme_id = e.programme_id and m.enrolment_id = e.enrolment_id and m.marked_at = now()))
group by e.programme_id, e.enrolment_id, a.programme_id, a.participant_id, o.programme_id, o.office_id
order by e.arrival
