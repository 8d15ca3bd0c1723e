-- Frameworks, questionnaires and what people answered: one row per assessment, its answers an array in item order.
set local citus.multi_shard_modify_mode = 'sequential';

create table framework (
    code text primary key constraint framework_code_is_short check (code ~ '^[a-z0-9][a-z0-9.-]*$' and length(code) <= 60),
    title_fr text not null,
    title_en text not null
);
comment on table framework is 'A versioned list of areas and competences.';
select distribute('framework', 'reference');

create table competence (
    framework text not null constraint competence_is_of_a_framework references framework,
    code text not null constraint competence_has_a_code check (btrim(code) <> '' and length(code) <= 40),
    position integer not null,
    area_code text not null constraint competence_has_an_area check (btrim(area_code) <> '' and length(area_code) <= 40),
    area_fr text not null,
    area_en text not null,
    title_fr text not null,
    title_en text not null,
    primary key (framework, code),
    constraint competence_position_is_unique unique (framework, position)
);
comment on table competence is 'One competence of a framework, in one area.';
select distribute('competence', 'reference');

create table instrument (
    programme_id uuid not null constraint instrument_is_of_a_programme references programme,
    instrument_id uuid not null,
    code text not null
        constraint instrument_code_is_kebab_case check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
    version integer not null constraint instrument_version_is_positive check (version > 0),
    title text not null constraint instrument_has_a_title check (btrim(title) <> '' and length(title) <= 200),
    framework text not null constraint instrument_is_on_a_framework references framework,
    primary key (programme_id, instrument_id),
    constraint instrument_version_is_unique unique (programme_id, code, version)
);
comment on table instrument is 'A version of a questionnaire: published once, never changed; a change is a new version.';
select distribute('instrument', 'programme');

alter table cohort add column instrument_id uuid,
    add constraint cohort_is_assessed_by_an_instrument foreign key (programme_id, instrument_id) references instrument;
comment on column cohort.instrument_id is
    'The instrument that the primary outcome stands on: declared by the first assessment before, then kept.';

create table item (
    programme_id uuid not null,
    instrument_id uuid not null,
    position integer not null constraint item_position_is_positive check (position > 0),
    code text not null constraint item_code_is_short check (code ~ '^[a-z0-9][a-z0-9_.-]*$' and length(code) <= 40),
    framework text not null,
    competence text not null,
    text_fr text not null constraint item_has_a_text check (btrim(text_fr) <> '' and length(text_fr) <= 2000),
    text_en text not null,
    minimum double precision not null,
    maximum double precision not null,
    is_reversed boolean not null,
    primary key (programme_id, instrument_id, position),
    constraint item_code_is_unique unique (programme_id, instrument_id, code),
    constraint item_is_of_an_instrument foreign key (programme_id, instrument_id) references instrument,
    constraint item_is_on_a_competence foreign key (framework, competence) references competence,
    constraint item_scale_rises check (minimum < maximum and abs(minimum) <= 1e6 and abs(maximum) <= 1e6)
);
comment on table item is 'One question, on one competence, with its scale.';
select distribute('item', 'programme');

create table assessment (
    programme_id uuid not null,
    assessment_id uuid not null,
    cohort_id uuid not null,
    enrolment_id uuid not null,
    office_id uuid not null,
    instrument_id uuid not null,
    wave text not null constraint assessment_wave_is_known check
        (wave in ('before', 'after', 'retrospective', 'follow_up')),
    taken_on date not null,
    answers double precision[] not null constraint assessment_has_answers check (array_ndims(answers) = 1),
    primary key (programme_id, assessment_id),
    constraint assessment_is_once_per_wave unique (programme_id, enrolment_id, instrument_id, wave),
    constraint assessment_is_of_an_enrolment foreign key (programme_id, cohort_id, enrolment_id)
        references enrolment (programme_id, cohort_id, enrolment_id),
    constraint assessment_is_of_an_instrument foreign key (programme_id, instrument_id) references instrument,
    constraint assessment_is_followed_by_an_office foreign key (programme_id, office_id) references office
);
comment on table assessment is 'One enrolment''s answers to an instrument at one wave.';
comment on column assessment.answers is
    'In item order. A number is an answer (zero too); null is not_asked, NaN skipped, Infinity not_applicable, -Infinity refused.';
create index assessment_by_office on assessment (programme_id, office_id, cohort_id);
create index assessment_by_cohort on assessment (programme_id, cohort_id, wave);
select distribute('assessment', 'programme');

create view answer with (security_invoker = true) as
select a.programme_id, a.assessment_id, a.cohort_id, a.enrolment_id, a.office_id, a.instrument_id, a.wave, i.code as item,
    i.competence, case when a.answers[i.position] between -1e6 and 1e6 then a.answers[i.position] end as value,
    case when a.answers[i.position] is null then 'not_asked'
        when a.answers[i.position] = 'NaN' then 'skipped'
        when a.answers[i.position] = 'Infinity' then 'not_applicable'
        when a.answers[i.position] = '-Infinity' then 'refused' end as missing
from assessment a
join item i on i.programme_id = a.programme_id and i.instrument_id = a.instrument_id;
comment on view answer is 'The answers one by one: a value, or which kind of missing.';

create table missing_assessment (
    programme_id uuid not null,
    enrolment_id uuid not null,
    wave text not null constraint missing_assessment_wave_is_known check
        (wave in ('before', 'after', 'retrospective', 'follow_up')),
    cohort_id uuid not null,
    office_id uuid not null,
    reason text not null constraint missing_assessment_reason_is_known check
        (reason in ('left', 'health', 'workload', 'unreachable', 'declined', 'technical', 'other', 'unknown')),
    note text constraint missing_assessment_note_is_short check (length(note) <= 2000),
    actor text not null default current_user,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, enrolment_id, wave),
    constraint missing_assessment_is_of_an_enrolment foreign key (programme_id, cohort_id, enrolment_id)
        references enrolment (programme_id, cohort_id, enrolment_id),
    constraint missing_assessment_is_followed_by_an_office foreign key (programme_id, office_id) references office
);
comment on table missing_assessment is 'Why an assessment that was expected is not there.';
select distribute('missing_assessment', 'programme');
