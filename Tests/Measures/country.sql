-- A country: :programmes programmes of :cohorts closed cohorts of twenty invented people each, ten half-days, and everybody's
-- answers to twenty-one questions before and after. The same every time; triggers and foreign keys are spared, for time.
set session_replication_role = replica;
set synchronous_commit = off;
create function pg_temp.id(kind int, programme int, number int default 0) returns uuid
language sql immutable return (lpad(to_hex(kind), 8, '0') || lpad(to_hex(programme), 8, '0') || lpad(to_hex(number), 16, '0'))::uuid;

insert into programme (id, code, name)
select pg_temp.id(1, p), 'pays-' || p, 'Pays inventé n° ' || p from generate_series(1, :programmes) p;

insert into office (programme_id, office_id, code, name, short_name)
select pg_temp.id(1, p), pg_temp.id(2, p, o), 'office-' || o, 'Office imaginaire ' || o, 'Bureau ' || o
from generate_series(1, :programmes) p, generate_series(1, 5) o;

insert into commune (programme_id, insee, name, office_id)
select pg_temp.id(1, p), '8100' || o, 'Commune-Inventée-sur-Rien ' || o, pg_temp.id(2, p, o)
from generate_series(1, :programmes) p, generate_series(1, 5) o;

create temporary table someone as
select p, c, n, (c - 1) * 20 + n as number, (n - 1) % 5 + 1 as office
from generate_series(1, :programmes) p, generate_series(1, :cohorts) c, generate_series(1, 20) n;

insert into provider (programme_id, provider_id, insee, office_id, category, name)
select pg_temp.id(1, p), pg_temp.id(3, p, number), '8100' || office, pg_temp.id(2, p, office),
    (array['hotel', 'camping', 'gite_meuble'])[number % 3 + 1], 'Prestataire fictif ' || number
from someone;

insert into participant (programme_id, participant_id, office_id, provider_id, family_name, given_name, email)
select pg_temp.id(1, p), pg_temp.id(4, p, number), pg_temp.id(2, p, office), pg_temp.id(3, p, number), 'Exemple-' || number,
    'Ève-Inventée', 'personne.' || number || '@pays-' || p || '.invalid'
from someone;

insert into instrument (programme_id, instrument_id, code, version, title, framework)
select pg_temp.id(1, p), pg_temp.id(5, p), 'digcomp', 1, 'Questionnaire inventé', 'digcomp-2.1'
from generate_series(1, :programmes) p;

insert into item (programme_id, instrument_id, position, code, framework, competence, text_fr, text_en, minimum, maximum, is_reversed)
select pg_temp.id(1, p), pg_temp.id(5, p), c.position, 'q' || c.position, c.framework, c.code, 'Question inventée', '', 0, 8, false
from generate_series(1, :programmes) p, competence c where c.framework = 'digcomp-2.1';

insert into cohort (programme_id, cohort_id, code, title, places, starts_on, ends_on, minimum_assiduity, status, instrument_id)
select pg_temp.id(1, p), pg_temp.id(6, p, c), 'cohorte-' || c, 'Cohorte imaginaire ' || c, 20, '2021-01-06', '2021-06-27', 80,
    'closed', pg_temp.id(5, p)
from generate_series(1, :programmes) p, generate_series(1, :cohorts) c;

insert into enrolment (programme_id, enrolment_id, cohort_id, participant_id, office_id, arrival, applied_on, status,
    effective_on, step)
select pg_temp.id(1, p), pg_temp.id(7, p, number), pg_temp.id(6, p, c), pg_temp.id(4, p, number), pg_temp.id(2, p, office), n,
    '2020-11-04', 'completed', '2021-06-27', 4
from someone;

insert into enrolment_history (programme_id, enrolment_id, step, office_id, from_status, to_status, is_correction,
    effective_on, actor)
select pg_temp.id(1, p), pg_temp.id(7, p, number), s.step, pg_temp.id(2, p, office), s.was, s.became, false, s.day, 'invented'
from someone, (values (1, null, 'applied', '2020-11-04'::date), (2, 'applied', 'enrolled', '2020-12-02'),
    (3, 'enrolled', 'active', '2021-01-06'), (4, 'active', 'completed', '2021-06-27')) s (step, was, became, day);

insert into session (programme_id, session_id, cohort_id, code, date, half_day, starts, ends, starts_at, ends_at,
    planned_minutes, place, mode, trainer, theme)
select pg_temp.id(1, p), pg_temp.id(8, p, (c - 1) * 10 + s), pg_temp.id(6, p, c), 's' || s, day, 'morning', '09:00', '12:00',
    (day + time '09:00') at time zone 'Europe/Paris', (day + time '12:00') at time zone 'Europe/Paris', 180,
    'Salle imaginaire', 'on_site', 'Formatrice inventée', 'Thème ' || s
from generate_series(1, :programmes) p, generate_series(1, :cohorts) c, generate_series(1, 10) s,
    lateral (select date '2021-01-06' + 14 * (s - 1) as day) d;

insert into attendance (programme_id, session_id, enrolment_id, cohort_id, office_id, planned_minutes, status, minutes, mode)
select pg_temp.id(1, p), pg_temp.id(8, p, (c - 1) * 10 + s), pg_temp.id(7, p, number), pg_temp.id(6, p, c),
    pg_temp.id(2, p, office), 180, case when (number + s) % 9 > 0 then 'present' else 'absent' end,
    case when (number + s) % 9 > 0 then 180 else 0 end, case when (number + s) % 9 > 0 then 'on_site' end
from someone, generate_series(1, 10) s;

insert into assessment (programme_id, assessment_id, cohort_id, enrolment_id, office_id, instrument_id, wave, taken_on, answers)
select pg_temp.id(1, p), pg_temp.id(9 + w, p, number), pg_temp.id(6, p, c), pg_temp.id(7, p, number), pg_temp.id(2, p, office),
    pg_temp.id(5, p), (array['before', 'after'])[w + 1], date '2021-01-06' + 170 * w,
    array(select ((hashint4(number * 21 + p) % 5 + 5) % 5 + (hashint4(number * 43 + q * 7 + w) % 4 + 4) % 4 + w)::double precision
        from generate_series(1, 21) q)
from someone, generate_series(0, 1) w;

reset session_replication_role;
analyze;
