-- What became of each staged line: new with its status and rank (while the quotas hold or not: $3), or unchanged.
with waiting as materialized (
    select w.enrolment_id, w.rank from waiting_list w where w.programme_id = $1 and w.cohort_id = $2 and w.quotas_hold = $3
)
select s.line, coalesce(a.email, a.participant_id::text) as participant, s.known_enrolment is not null as is_unchanged,
    e.status, w.rank
from staged_enrolment s
join participant a on a.programme_id = $1 and a.participant_id = coalesce(s.known_participant, s.participant_id)
join enrolment e on e.programme_id = $1 and e.cohort_id = $2 and e.participant_id = a.participant_id
left join waiting w on w.enrolment_id = e.enrolment_id
order by s.line
