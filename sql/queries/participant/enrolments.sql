-- In which cohorts person $2 of programme $1 has a place, and where each stands on day $3.
select h.code as cohort, h.title, e.status, w.rank, e.applied_on, e.effective_on, e.reason, e.note
from enrolment e
join cohort h on h.programme_id = e.programme_id and h.cohort_id = e.cohort_id
left join waiting_list w on w.programme_id = e.programme_id and w.cohort_id = e.cohort_id and w.enrolment_id = e.enrolment_id
    and w.quotas_hold = (coalesce(h.quota_until, 'infinity') >= $3::date)
where e.programme_id = $1 and e.participant_id = $2
order by h.starts_on, h.code
