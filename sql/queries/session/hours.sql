-- Hours attended in every cohort of programme $1, by year ($2 when one is asked for) and category of the provider that sent people.
select extract(year from s.date)::integer as year, c.code as category, c.label_fr, c.label_en,
    count(distinct e.participant_id) as trainees, count(*) as half_days, sum(t.minutes) as minutes,
    coalesce(sum(t.minutes) filter (where t.mode = 'remote'), 0) as remote_minutes
from attendance t
join session s on s.programme_id = t.programme_id and s.session_id = t.session_id and not s.is_cancelled
join enrolment e on e.programme_id = t.programme_id and e.enrolment_id = t.enrolment_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
left join enrolment_origin n on n.programme_id = e.programme_id and n.enrolment_id = e.enrolment_id
join provider p on p.programme_id = a.programme_id and p.provider_id = coalesce(n.provider_id, a.provider_id)
join category c on c.code = p.category
where t.programme_id = $1 and t.minutes > 0 and ($2::integer is null or extract(year from s.date) = $2)
group by 1, c.code
order by 1, c.position, c.code
