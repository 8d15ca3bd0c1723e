-- The reminders of cohort $2, at wave $3 when one is asked for, by day and person.
select r.sent_on, coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name, o.code as office,
    r.wave, r.channel, r.note, r.actor
from reminder r
join enrolment e on e.programme_id = r.programme_id and e.enrolment_id = r.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join office o on o.programme_id = r.programme_id and o.office_id = r.office_id
where r.programme_id = $1 and r.cohort_id = $2 and ($3::text is null or r.wave = $3)
order by r.sent_on, e.arrival, r.wave, r.channel
