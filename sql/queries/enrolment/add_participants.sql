-- Adds the staged people who are met for the first time.
insert into participant (programme_id, participant_id, office_id, provider_id, family_name, given_name, email, phone)
select $1, s.participant_id, p.office_id, p.provider_id, s.family_name, s.given_name, s.email, s.phone
from staged_enrolment s
join provider p on p.programme_id = $1 and p.insee = s.insee and p.name_key = s.provider_key
where s.known_participant is null
order by s.line
