-- As many programmes as :programmes says (twenty), of five offices, each following twenty invented
-- people, the same every time; and, for decoding, one table of their list: 2,000 rows.
create function pg_temp.id(kind text, programme int, number int) returns uuid
language sql immutable return md5(kind || ' ' || programme || ' ' || number)::uuid;

insert into category (code, label_fr, label_en, position)
select code, code, code, position from unnest(array['hotel', 'camping', 'gite_meuble']) with ordinality as c (code, position)
on conflict do nothing;

insert into programme (id, code, name)
select pg_temp.id('programme', p, 0), 'programme-' || p, 'Programme inventé ' || p from generate_series(1, :programmes) p;

insert into office (programme_id, office_id, code, name, short_name)
select pg_temp.id('programme', p, 0), pg_temp.id('office', p, o), 'office-' || o, 'Office imaginaire ' || o, 'Bureau ' || o
from generate_series(1, :programmes) p, generate_series(1, 5) o;

insert into commune (programme_id, insee, name, office_id)
select pg_temp.id('programme', p, 0), '8100' || o, 'Commune-Inventée-sur-Rien ' || o, pg_temp.id('office', p, o)
from generate_series(1, :programmes) p, generate_series(1, 5) o;

insert into provider (programme_id, provider_id, insee, office_id, category, name)
select pg_temp.id('programme', p, 0), pg_temp.id('provider', p, n), '8100' || n % 5 + 1, pg_temp.id('office', p, n % 5 + 1),
    (array['hotel', 'camping', 'gite_meuble'])[n % 3 + 1], 'Prestataire fictif ' || n
from generate_series(1, :programmes) p, generate_series(1, 50) n;

insert into participant (programme_id, participant_id, office_id, provider_id, family_name, given_name, email, phone)
select pg_temp.id('programme', p, 0), pg_temp.id('participant', p, n), pg_temp.id('office', p, n % 5 + 1),
    pg_temp.id('provider', p, (n - 1) % 50 + 1), 'Exemple-' || n, 'Ève-Inventée', 'personne.' || n || '@office-' || n % 5 + 1 || '.programme-' || p || '.invalid',
    case when n % 4 > 0 then '01 99 00 00 ' || 10 + n % 90 end
from generate_series(1, :programmes) p, generate_series(1, 100) n;

insert into cohort (programme_id, cohort_id, code, title, places, starts_on, ends_on, minimum_assiduity, status)
select pg_temp.id('programme', p, 0), pg_temp.id('cohort', p, 0), 'cohorte-imaginaire', 'Cohorte imaginaire', 100,
    '2031-01-06', '2031-06-27', 80, 'open'
from generate_series(1, :programmes) p;

insert into enrolment (programme_id, enrolment_id, cohort_id, participant_id, office_id, arrival, applied_on, status,
    effective_on)
select programme_id, md5(participant_id::text)::uuid, c.cohort_id, participant_id, office_id,
    row_number() over (partition by programme_id order by participant_id), '2030-11-04', 'applied', '2030-11-04'
from participant join cohort c using (programme_id);
update enrolment set status = 'enrolled', effective_on = '2030-12-02';

create table listed as
select a.participant_id, a.email as participant, a.family_name, a.given_name, a.email, a.phone, o.code as office,
    c.name as commune, p.name as provider, p.category, h.code as cohort, e.status
from participant a
join provider p using (programme_id, provider_id)
join commune c on c.programme_id = p.programme_id and c.insee = p.insee
join office o on o.programme_id = a.programme_id and o.office_id = a.office_id
join enrolment e on e.programme_id = a.programme_id and e.participant_id = a.participant_id
join cohort h on h.programme_id = e.programme_id and h.cohort_id = e.cohort_id;

vacuum analyze;
