-- What cohort $2 answered about the group up to day $3, as arrival numbers, in order; no other is who named nobody.
select w.wave, w.question, e.arrival, f.arrival as other
from network_answer w
join enrolment e on e.programme_id = w.programme_id and e.enrolment_id = w.enrolment_id
left join network_naming m on m.programme_id = w.programme_id and m.enrolment_id = w.enrolment_id and m.wave = w.wave
    and m.question = w.question and m.named_on <= $3 and not exists (
        select from network_retraction r where r.programme_id = m.programme_id and r.enrolment_id = m.enrolment_id
            and r.wave = m.wave and r.question = m.question and r.other_enrolment_id = m.other_enrolment_id)
left join enrolment f on f.programme_id = m.programme_id and f.enrolment_id = m.other_enrolment_id
where w.programme_id = $1 and w.cohort_id = $2 and w.answered_on <= $3
order by array_position(array['before', 'after', 'follow_up'], w.wave),
    array_position(array['knows', 'worked_with', 'sent_customer'], w.question), e.arrival, f.arrival
