-- Every application of the cohorts $2, each as it stood on its day of $3: how far it went and when, by cohort and arrival.
-- It counts with the office and provider that sent it, whoever follows the person since.
select w.asked, e.arrival, o.code as office, o.short_name as office_name, p.category, e.applied_on, last.to_status as status,
    last.effective_on, last.reason,
    (select max(h.effective_on) from enrolment_history h where h.programme_id = e.programme_id
        and h.enrolment_id = e.enrolment_id and h.to_status = 'enrolled' and h.effective_on <= w.day) as enrolled_on,
    case when last.to_status in ('active', 'suspended', 'completed', 'dropped_out', 'excluded') then (
        select min(h.effective_on) from enrolment_history h where h.programme_id = e.programme_id
            and h.enrolment_id = e.enrolment_id and h.to_status = 'active' and h.effective_on <= w.day and h.step > (
                select max(b.step) from enrolment_history b where b.programme_id = e.programme_id
                    and b.enrolment_id = e.enrolment_id and b.to_status = 'enrolled' and b.effective_on <= w.day)
        ) end as entered_on,
    (select m.reason from missing_assessment m where m.programme_id = e.programme_id and m.enrolment_id = e.enrolment_id
        and m.wave = 'before') as before_missing,
    (select m.reason from missing_assessment m where m.programme_id = e.programme_id and m.enrolment_id = e.enrolment_id
        and m.wave = 'after') as after_missing,
    array(select lower(d) from unnest(e.enrolled_during) d where lower(d) <= w.day order by 1) as spans_from,
    array(select case when upper(d) <= w.day then upper(d) else '9999-12-31' end from unnest(e.enrolled_during) d
        where lower(d) <= w.day order by lower(d)) as spans_until
from unnest($2::uuid[], $3::date[]) with ordinality w (cohort_id, day, asked)
join enrolment e on e.programme_id = $1 and e.cohort_id = w.cohort_id
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
left join enrolment_origin s on s.programme_id = e.programme_id and s.enrolment_id = e.enrolment_id
join provider p on p.programme_id = a.programme_id and p.provider_id = coalesce(s.provider_id, a.provider_id)
join office o on o.programme_id = e.programme_id and o.office_id = coalesce(s.sent_by_office_id, e.office_id)
join lateral (
    select h.to_status, h.effective_on, h.reason from enrolment_history h
    where h.programme_id = e.programme_id and h.enrolment_id = e.enrolment_id and h.effective_on <= w.day
    order by h.step desc limit 1) last on true
order by w.asked, e.arrival
