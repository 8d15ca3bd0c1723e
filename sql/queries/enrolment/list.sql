-- The enrolments of cohort $2, of one status ($3) or office ($4) when named, in the order of arrival.
-- The waiting list by itself is in the order of its ranks: those while the quotas hold ($5), or once they are released.
select coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name, o.code as office,
    c.name as commune, p.name as provider, p.category, e.status, w.rank, w.because, e.applied_on, e.effective_on, e.reason, e.note
from enrolment e
join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
join provider p on p.programme_id = a.programme_id and p.provider_id = a.provider_id
join commune c on c.programme_id = p.programme_id and c.insee = p.insee
join office o on o.programme_id = e.programme_id and o.office_id = e.office_id
left join waiting_list w on w.programme_id = e.programme_id and w.cohort_id = e.cohort_id and w.enrolment_id = e.enrolment_id
    and w.quotas_hold = $5
where e.programme_id = $1 and e.cohort_id = $2 and ($3::text is null or e.status = $3) and ($4::text is null or o.code = $4)
order by case when $3 = 'waitlisted' then w.rank end, e.arrival
