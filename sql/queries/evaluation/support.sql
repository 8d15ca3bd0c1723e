-- The acts of support for the people of the cohorts $2, each up to its day of $3, by cohort in that order.
-- By day and arrival; no words of anybody.
select w.asked, e.arrival, h.code as office, p.supported_on, p.minutes, p.mode, p.theme, t.code as theme_code,
    t.label_fr as theme_fr, t.label_en as theme_en, p.competence, p.autonomy, p.outcome,
    p.next_action is not null as has_next_action, p.due_on, case when p.done_on <= w.day then p.done_on end as done_on
from unnest($2::uuid[], $3::date[]) with ordinality w (cohort_id, day, asked)
join support p on p.programme_id = $1 and p.cohort_id = w.cohort_id
join enrolment e on e.programme_id = p.programme_id and e.enrolment_id = p.enrolment_id
join theme t on t.code = p.theme_code
join office h on h.programme_id = p.programme_id and h.office_id = p.by_office_id
where p.supported_on <= w.day and not p.is_cancelled
order by w.asked, p.supported_on, e.arrival, p.theme_key, p.mode
