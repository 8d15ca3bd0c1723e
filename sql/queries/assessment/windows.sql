-- When each wave of cohort $2 is open, and how many of its assessments were taken then and outside.
select w.wave, w.opens_on, w.closes_on, w.is_chosen, count(a.assessment_id) as assessments,
    count(a.assessment_id) filter (where a.taken_on not between w.opens_on and w.closes_on) as out_of_window
from wave_window w
left join assessment a on a.programme_id = w.programme_id and a.cohort_id = w.cohort_id and a.wave = w.wave
where w.programme_id = $1 and w.cohort_id = $2
group by w.wave, w.opens_on, w.closes_on, w.is_chosen
order by array_position(array['before', 'after', 'retrospective', 'follow_up'], w.wave)
