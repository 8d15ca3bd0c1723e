-- The assessments of cohort $2 with their days, and which were taken outside the window of their wave.
select coalesce(a.email, a.participant_id::text) as participant, o.code as office, s.wave,
    i.code || '@' || i.version as instrument, s.taken_on, w.opens_on, w.closes_on,
    s.taken_on not between w.opens_on and w.closes_on as is_out_of_window
from assessment s
join wave_window w on w.programme_id = s.programme_id and w.cohort_id = s.cohort_id and w.wave = s.wave
join instrument i on i.programme_id = s.programme_id and i.instrument_id = s.instrument_id
join enrolment e on e.programme_id = s.programme_id and e.enrolment_id = s.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join office o on o.programme_id = s.programme_id and o.office_id = s.office_id
where s.programme_id = $1 and s.cohort_id = $2 and ($3::text is null or s.wave = $3)
order by array_position(array['before', 'after', 'retrospective', 'follow_up'], s.wave), e.arrival, i.code, i.version
