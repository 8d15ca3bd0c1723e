-- Who entered cohort $2 (before, is enrolled there) and has no answers to instrument $4 (to any, without), why, and the reminders.
-- At wave $3; without one, before and after.
select coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name, a.phone, o.code as office,
    w.wave, e.status, coalesce(m.reason, case when e.status in ('dropped_out', 'excluded') then 'left' end) as reason, m.note,
    count(r.sent_on) as reminders, max(r.sent_on) as last_reminded_on
from enrolment e
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join office o on o.programme_id = e.programme_id and o.office_id = e.office_id
cross join (values (1, 'before'), (2, 'after'), (3, 'retrospective'), (4, 'follow_up')) as w (position, wave)
left join missing_assessment m on m.programme_id = e.programme_id and m.enrolment_id = e.enrolment_id and m.wave = w.wave
left join reminder r on r.programme_id = e.programme_id and r.enrolment_id = e.enrolment_id and r.wave = w.wave
where e.programme_id = $1 and e.cohort_id = $2 and coalesce(w.wave = $3::text, w.wave in ('before', 'after'))
    and (e.status in ('active', 'suspended', 'completed', 'dropped_out', 'excluded')
        or e.status = 'enrolled' and w.wave = 'before')
    and not exists (select from assessment s where s.programme_id = e.programme_id and s.enrolment_id = e.enrolment_id
        and s.wave = w.wave and ($4::uuid is null or s.instrument_id = $4))
group by e.programme_id, e.enrolment_id, a.programme_id, a.participant_id, o.programme_id, o.office_id, w.position, w.wave,
    m.reason, m.note
order by w.position, e.arrival
