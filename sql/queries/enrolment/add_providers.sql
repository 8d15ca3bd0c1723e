-- Adds the staged providers that are met for the first time.
insert into provider (programme_id, provider_id, insee, office_id, category, name)
select distinct on (s.insee, s.provider_key) $1, s.provider_id, s.insee, s.office_id, s.category_code, s.provider
from staged_enrolment s
where s.known_provider is null
order by s.insee, s.provider_key, s.line
on conflict on constraint provider_is_once_per_commune do nothing
