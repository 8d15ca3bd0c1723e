-- Whom of cohort $2 each of the names $3 (family name, then given name) may be.
select n.place, count(*) as people, min(coalesce(a.email, a.participant_id::text)) as participant
from unnest($3::text[]) with ordinality as n (name, place)
join participant a on a.programme_id = $1 and a.name_key = fold(n.name)
join enrolment e on e.programme_id = a.programme_id and e.cohort_id = $2
    and e.participant_id = coalesce(a.merged_into, a.participant_id)
group by n.place
order by n.place
