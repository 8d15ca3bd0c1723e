-- The evaluations of programme $1, of one cohort when $2 names it, the newest of each cohort last.
select c.code as cohort, v.number, v.audience,
    case when v.status = 'final' and v.number <> coalesce((
        select f.evaluation_number from final_evaluation f
        where f.programme_id = v.programme_id and f.cohort_id = v.cohort_id
        order by f.step desc limit 1), v.number) then 'superseded' else v.status end as status,
    v.as_of, v.inputs_sha256, v.body_sha256,
    to_char(v.made_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as made_at
from evaluation v
join cohort c on c.programme_id = v.programme_id and c.cohort_id = v.cohort_id
where v.programme_id = $1 and ($2::text is null or c.code = $2)
order by c.code, v.number
