-- Who entered cohort $2 and has no answers to instrument $4 (to any, without) at wave $3, and the reason when given.
select coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name, a.phone, o.code as office,
    w.wave, e.status, coalesce(m.reason, case when e.status in ('dropped_out', 'excluded') then 'left' end) as reason, m.note
from enrolment e
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join office o on o.programme_id = e.programme_id and o.office_id = e.office_id
cross join (values ('before'), ('after')) as w (wave)
left join missing_assessment m on m.programme_id = e.programme_id and m.enrolment_id = e.enrolment_id and m.wave = w.wave
where e.programme_id = $1 and e.cohort_id = $2 and ($3::text is null or w.wave = $3)
    and e.status in ('active', 'suspended', 'completed', 'dropped_out', 'excluded')
    and not exists (select from assessment s where s.programme_id = e.programme_id and s.enrolment_id = e.enrolment_id
        and s.wave = w.wave and ($4::uuid is null or s.instrument_id = $4))
order by w.wave = 'after', e.arrival
