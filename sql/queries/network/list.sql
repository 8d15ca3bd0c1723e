-- Who named whom in cohort $2 (at wave $3 when one is asked for), and what was taken back; without another, nobody was named.
select coalesce(a.email, a.participant_id::text) as participant, coalesce(b.email, b.participant_id::text) as other,
    w.question as relation, w.wave, coalesce(m.named_on, w.answered_on) as date, r.reason as retracted_because
from network_answer w
join enrolment e on e.programme_id = w.programme_id and e.enrolment_id = w.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
left join network_naming m on m.programme_id = w.programme_id and m.enrolment_id = w.enrolment_id and m.wave = w.wave
    and m.question = w.question
left join enrolment f on f.programme_id = m.programme_id and f.enrolment_id = m.other_enrolment_id
left join participant b on b.programme_id = f.programme_id and b.participant_id = f.participant_id
left join network_retraction r on r.programme_id = m.programme_id and r.enrolment_id = m.enrolment_id and r.wave = m.wave
    and r.question = m.question and r.other_enrolment_id = m.other_enrolment_id
where w.programme_id = $1 and w.cohort_id = $2 and ($3::text is null or w.wave = $3)
order by array_position(array['before', 'after', 'follow_up'], w.wave),
    array_position(array['knows', 'worked_with', 'sent_customer'], w.question), e.arrival, f.arrival
