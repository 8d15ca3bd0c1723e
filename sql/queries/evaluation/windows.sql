-- When each wave of the cohorts $2 is open, by cohort in that order.
select n.asked, w.wave, w.opens_on, w.closes_on, w.is_chosen
from unnest($2::uuid[]) with ordinality n (cohort_id, asked)
join wave_window w on w.programme_id = $1 and w.cohort_id = n.cohort_id
order by n.asked, array_position(array['before', 'after', 'retrospective', 'follow_up'], w.wave)
