-- What the cohorts $2 answered about the group, each up to its day of $3, by cohort in that order.
-- People are arrival numbers, in order; no other is who named nobody.
select c.asked, w.wave, w.question, e.arrival, f.arrival as other
from unnest($2::uuid[], $3::date[]) with ordinality c (cohort_id, day, asked)
join network_answer w on w.programme_id = $1 and w.cohort_id = c.cohort_id
join enrolment e on e.programme_id = w.programme_id and e.enrolment_id = w.enrolment_id
left join network_naming m on m.programme_id = w.programme_id and m.enrolment_id = w.enrolment_id and m.wave = w.wave
    and m.question = w.question and m.named_on <= c.day and not exists (
        select from network_retraction r where r.programme_id = m.programme_id and r.enrolment_id = m.enrolment_id
            and r.wave = m.wave and r.question = m.question and r.other_enrolment_id = m.other_enrolment_id)
left join enrolment f on f.programme_id = m.programme_id and f.enrolment_id = m.other_enrolment_id
where w.answered_on <= c.day
order by c.asked, array_position(array['before', 'after', 'follow_up'], w.wave),
    array_position(array['knows', 'worked_with', 'sent_customer'], w.question), e.arrival, f.arrival
