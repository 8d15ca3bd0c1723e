-- What is wrong with the staged lines, line by line; $3 is today.
select s.line, 'office' as column_name, 'office_unknown' as fault,
    coalesce((select string_agg(o.code, ', ' order by o.code) from office o where o.programme_id = $1), '') as detail
from staged_enrolment s where s.office_id is null
union all
select s.line, 'commune', 'commune_unknown', s.commune from staged_enrolment s where s.insee is null
union all
select s.line, 'commune', 'commune_of_another_office', c.name || ' : ' || o.code
from staged_enrolment s
join commune c on c.programme_id = $1 and c.insee = s.insee
join office o on o.programme_id = $1 and o.office_id = c.office_id
left join provider p on p.programme_id = $1 and p.provider_id = s.known_provider
where c.office_id <> s.office_id and p.office_id is distinct from s.office_id
union all
select s.line, 'commune', 'commune_ambiguous', s.commune
from staged_enrolment s
join commune c on c.programme_id = $1 and c.insee = s.insee and c.office_id = s.office_id
where s.communes > 1 and s.commune <> s.insee
union all
select s.line, 'category', 'category_unknown', coalesce((select string_agg(g.code, ', ' order by g.position) from category g), '')
from staged_enrolment s where s.category_code is null
union all
select s.line, 'category', 'provider_of_another_category', p.category
from staged_enrolment s
join provider p on p.programme_id = $1 and p.provider_id = s.known_provider
where p.category <> s.category_code
union all
select d.line, 'category', 'provider_of_another_category', d.first_category
from (select s.line, s.known_provider, s.category_code, first_value(s.category_code) over
        (partition by s.insee, s.provider_key order by s.line) as first_category
    from staged_enrolment s where s.insee is not null) d
where d.known_provider is null and d.category_code <> d.first_category
union all
select s.line, 'email', 'email_of_another_name', s.email
from staged_enrolment s
join participant a on a.programme_id = $1 and a.participant_id = s.known_participant
join participant n on n.programme_id = $1 and n.participant_id = s.named_participant
where s.email is not null and s.person_key not in (a.name_key, n.name_key)
union all
select s.line, 'email', 'email_of_another_provider', p.name
from staged_enrolment s
join participant a on a.programme_id = $1 and a.participant_id = s.known_participant
join participant n on n.programme_id = $1 and n.participant_id = s.named_participant
join provider p on p.programme_id = $1 and p.provider_id = a.provider_id
where s.insee is not null and a.provider_id is distinct from s.known_provider
    and n.provider_id is distinct from s.known_provider
union all
select d.line, 'email', 'duplicate_line', d.first_line::text
from (select s.line, min(s.line) over
        (partition by coalesce(s.known_participant::text, s.email_key)) as first_line
    from staged_enrolment s where s.email is not null or s.named_participant <> s.known_participant) d
where d.line > d.first_line
union all
select d.line, 'family_name', 'duplicate_line', d.first_line::text
from (select s.line, s.email, min(s.line) over same as first_line, bool_or(s.email is null) over same as is_unaddressed
    from staged_enrolment s where s.insee is not null
    window same as (partition by s.insee, s.provider_key, s.person_key)) d
where d.line > d.first_line and d.is_unaddressed
union all
select s.line, 'applied_on', 'applied_after_the_cohort', h.ends_on::text
from staged_enrolment s
join cohort h on h.programme_id = $1 and h.cohort_id = $2
where s.applied_on > h.ends_on
union all
select s.line, 'applied_on', 'day_in_the_future', s.applied_on::text
from staged_enrolment s
join cohort h on h.programme_id = $1 and h.cohort_id = $2
where s.applied_on > $3 and s.applied_on <= h.ends_on
order by 1, 2, 3
