-- What a questionnaire is for, whether it bears names, how its versions answer each other, and when each wave is open.
set local citus.multi_shard_modify_mode = 'sequential';

create table framework_ceiling (
    framework text not null constraint ceiling_is_of_a_framework references framework,
    level integer not null constraint ceiling_level_is_positive check (level > 0),
    per_competence double precision not null
        constraint ceiling_per_competence_is_positive check (per_competence > 0),
    total double precision not null constraint ceiling_total_is_positive check (total > 0),
    stated_on date not null,
    source_fr text not null,
    source_en text not null,
    primary key (framework, level)
);
comment on table framework_ceiling is
    'The most that can be scored in a framework whose scores stop at a level, as a source stated it on a day.';
select distribute('framework_ceiling', 'reference');

alter table instrument
    add column kind text not null default 'skills'
        constraint instrument_kind_is_known check (kind in ('skills', 'satisfaction_hot', 'satisfaction_cold')),
    add column is_anonymous boolean not null default false,
    add constraint instrument_of_skills_bears_names check (kind <> 'skills' or not is_anonymous);
comment on column instrument.is_anonymous is 'Whether its answers bear no names; it is one or the other, never both.';
update instrument set kind = 'satisfaction_hot' where code = 'satisfaction' or code like 'satisfaction-%';

create table anonymous_answer (
    programme_id uuid not null,
    cohort_id uuid not null,
    instrument_id uuid not null,
    wave text not null constraint anonymous_answer_wave_is_known check
        (wave in ('before', 'after', 'retrospective', 'follow_up')),
    sheet text not null
        constraint anonymous_answer_has_a_sheet check (btrim(sheet) <> '' and length(sheet) <= 40),
    answered_on date not null,
    answers double precision[] not null constraint anonymous_answer_has_answers check (array_ndims(answers) = 1),
    primary key (programme_id, cohort_id, instrument_id, wave, sheet),
    constraint anonymous_answer_is_of_a_cohort foreign key (programme_id, cohort_id) references cohort,
    constraint anonymous_answer_is_of_an_instrument foreign key (programme_id, instrument_id) references instrument
);
comment on table anonymous_answer is
    'The answers on one sheet of paper of an anonymous questionnaire: of a cohort, and of nobody. As in assessment.answers.';
select distribute('anonymous_answer', 'programme');

create table item_mapping (
    programme_id uuid not null,
    from_instrument_id uuid not null,
    to_instrument_id uuid not null,
    from_position integer not null,
    to_position integer not null,
    actor text not null default current_user,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, from_instrument_id, to_instrument_id, from_position),
    constraint mapping_leads_to_an_item_once unique (programme_id, from_instrument_id, to_instrument_id, to_position),
    constraint mapping_is_from_an_item foreign key (programme_id, from_instrument_id, from_position) references item,
    constraint mapping_is_to_an_item foreign key (programme_id, to_instrument_id, to_position) references item,
    constraint mapping_is_of_two_versions check (from_instrument_id <> to_instrument_id)
);
comment on table item_mapping is
    'Which question of one version asks the same as which of another, so that answers to both may pair; declared once.';
create index item_mapping_back on item_mapping (programme_id, to_instrument_id);
select distribute('item_mapping', 'programme');

create table cohort_window (
    programme_id uuid not null,
    cohort_id uuid not null,
    wave text not null constraint cohort_window_wave_is_known check
        (wave in ('before', 'after', 'retrospective', 'follow_up')),
    opens_on date not null,
    closes_on date not null,
    primary key (programme_id, cohort_id, wave),
    constraint cohort_window_is_of_a_cohort foreign key (programme_id, cohort_id) references cohort,
    constraint cohort_window_closes_after_it_opens check (closes_on >= opens_on)
);
comment on table cohort_window is 'When a wave is open, where that is not as usual.';
select distribute('cohort_window', 'programme');

create view wave_window with (security_invoker = true) as
select c.programme_id, c.cohort_id, d.wave, coalesce(w.opens_on, d.opens_on) as opens_on,
    coalesce(w.closes_on, d.closes_on) as closes_on, w.programme_id is not null as is_chosen
from cohort c
cross join lateral (values
    ('before', c.starts_on - 30, c.starts_on + 14), ('after', c.ends_on - 14, c.ends_on + 30),
    ('retrospective', c.ends_on - 14, c.ends_on + 30),
    ('follow_up', (c.ends_on + interval '5 months')::date, (c.ends_on + interval '8 months')::date)
) as d (wave, opens_on, closes_on)
left join cohort_window w on w.programme_id = c.programme_id and w.cohort_id = c.cohort_id and w.wave = d.wave;
comment on view wave_window is
    'When each wave of a cohort is open: as chosen, else from a month before to a fortnight after the first day, from a fortnight before to a month after the last, and about six months later.';
