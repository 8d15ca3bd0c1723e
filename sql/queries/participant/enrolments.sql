-- In which cohorts person $2 of programme $1 has a place, and where each stands on day $3.
select h.code as cohort, h.title, e.status, w.rank, e.applied_on, e.effective_on, e.reason, e.note
from enrolment e
join cohort h on h.programme_id = e.programme_id and h.cohort_id = e.cohort_id
left join lateral (
    select l.rank from waiting_list l
    where e.status = 'waitlisted' and l.programme_id = e.programme_id and l.cohort_id = e.cohort_id
        and l.quotas_hold = (coalesce(h.quota_until, 'infinity') >= $3::date) and l.enrolment_id = e.enrolment_id) w on true
where e.programme_id = $1 and e.participant_id = $2
order by h.starts_on, h.code
