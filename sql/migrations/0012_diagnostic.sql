-- How the territory looks on the web, criterion by criterion, and what each office can help with.
set local citus.multi_shard_modify_mode = 'sequential';

create table theme (
    code text primary key
        constraint theme_code_is_snake_case check (code ~ '^[a-z0-9]+(_[a-z0-9]+)*$' and length(code) <= 60),
    label_fr text not null,
    label_en text not null,
    is_skill boolean not null,
    position integer not null
);
comment on table theme is 'What is observed and helped with, as data; an office may be skilled at those that are skills.';
select distribute('theme', 'reference');

create table criterion (
    grid text not null constraint criterion_is_of_a_version_of_the_grid check (grid ~ '^v[1-9][0-9]*$'),
    code text not null constraint criterion_code_is_short check (code ~ '^[A-Z][0-9]{2}$'),
    position integer not null,
    unit text not null constraint criterion_is_on_a_known_unit check (unit in ('provider', 'commune')),
    is_mail boolean not null,
    theme text not null constraint criterion_is_on_a_known_theme references theme,
    weight integer not null constraint criterion_weighs_one_to_nine check (weight between 1 and 9),
    label_fr text not null,
    label_en text not null,
    scale_fr text not null,
    scale_en text not null,
    step_fr text not null,
    step_en text not null,
    primary key (grid, code),
    constraint criterion_position_is_once_per_grid unique (grid, position),
    constraint criterion_is_of_one_unit_and_kind unique (grid, code, unit, is_mail)
);
comment on table criterion is 'One criterion of a version of the diagnostic grid: what is observed from outside, and what to do first.';
comment on column criterion.is_mail is 'Whether a mystery mail tells: outside the index, with its times instead of a value.';
comment on column criterion.weight is 'How much its theme weighs when a provider asks what to do first.';
select distribute('criterion', 'reference');

create table observation (
    programme_id uuid not null,
    observation_id uuid not null,
    office_id uuid not null,
    unit text not null,
    provider_id uuid,
    insee text,
    grid text not null,
    criterion text not null,
    is_mail boolean not null,
    wave text not null constraint observation_wave_is_known check (wave in ('before', 'after', 'follow_up')),
    rank integer not null constraint observation_is_first_or_second check (rank in (1, 2)),
    observed_on date not null,
    observer text not null
        constraint observation_has_an_observer check (btrim(observer) <> '' and length(observer) <= 200),
    observer_key text not null generated always as (fold(observer)) stored,
    value integer constraint observation_value_is_on_its_scale check (value between 0 and 3),
    missing text constraint observation_missing_is_known check (missing in ('not_applicable', 'not_observed')),
    sent_at timestamptz,
    replied_at timestamptz,
    kind text constraint reply_kind_is_known
        check (kind in ('none', 'automatic', 'partial', 'complete', 'complete_with_link')),
    evidence text constraint observation_evidence_is_short check (length(evidence) <= 2000),
    step integer not null default 1,
    reason text constraint observation_reason_is_short check (length(reason) <= 2000),
    recorded_by text not null default current_user,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, observation_id),
    constraint observation_is_once_per_provider unique (programme_id, provider_id, grid, criterion, wave, rank),
    constraint observation_is_once_per_commune unique (programme_id, insee, grid, criterion, wave, rank),
    constraint observer_looks_once_at_a_provider unique (programme_id, provider_id, grid, criterion, wave, observer_key),
    constraint observer_looks_once_at_a_commune unique (programme_id, insee, grid, criterion, wave, observer_key),
    constraint observation_is_followed_by_an_office foreign key (programme_id, office_id) references office,
    constraint observation_is_of_a_provider foreign key (programme_id, provider_id) references provider,
    constraint observation_is_of_a_commune foreign key (programme_id, insee) references commune,
    constraint observation_is_of_one_unit check (case unit
        when 'provider' then provider_id is not null and insee is null
        else provider_id is null and insee is not null end),
    constraint observation_fits_its_criterion foreign key (grid, criterion, unit, is_mail)
        references criterion (grid, code, unit, is_mail),
    constraint observation_says_one_thing check (case
        when missing is not null then num_nonnulls(value, sent_at, replied_at, kind) = 0
        when is_mail then value is null and num_nonnulls(sent_at, kind) = 2
        else value is not null and num_nonnulls(sent_at, replied_at, kind) = 0 end),
    constraint reply_comes_after_sending check (replied_at > sent_at),
    constraint reply_has_its_time check (case kind
        when 'none' then replied_at is null when 'automatic' then true else kind is null or replied_at is not null end)
);
comment on table observation is
    'One criterion seen from outside on a provider or a commune at one wave, by a first observer or a second.';
comment on column observation.rank is
    '1 for who was recorded first on this criterion of this unit at this wave, and counts; 2 for who looked again.';
create index observation_by_office on observation (programme_id, office_id, wave);
select distribute('observation', 'programme');

create table observation_correction (
    programme_id uuid not null,
    observation_id uuid not null,
    step integer not null,
    office_id uuid not null,
    old_observed_on date not null,
    old_value integer,
    old_missing text,
    old_sent_at timestamptz,
    old_replied_at timestamptz,
    old_kind text,
    old_evidence text,
    new_observed_on date not null,
    new_value integer,
    new_missing text,
    new_sent_at timestamptz,
    new_replied_at timestamptz,
    new_kind text,
    new_evidence text,
    reason text,
    actor text not null,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, observation_id, step),
    constraint observation_correction_is_of_one foreign key (programme_id, observation_id) references observation,
    constraint observation_correction_has_a_reason check (coalesce(reason, '') <> ''
        or coalesce(old_kind in ('none', 'automatic') and new_kind not in ('none', 'automatic') and old_sent_at = new_sent_at, false))
);
comment on table observation_correction is
    'What an observation was, what it became, who changed it and why (a reply that came since needs no reason); never changed.';
select distribute('observation_correction', 'programme');

create function observation_counts_its_steps() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
    new.step := old.step + 1;
    new.recorded_by := current_user;
    new.recorded_at := now();
    return new;
end $$;

create function observation_keeps_its_corrections() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    insert into observation_correction (programme_id, observation_id, step, office_id,
        old_observed_on, old_value, old_missing, old_sent_at, old_replied_at, old_kind, old_evidence,
        new_observed_on, new_value, new_missing, new_sent_at, new_replied_at, new_kind, new_evidence, reason, actor)
    values (new.programme_id, new.observation_id, new.step, new.office_id,
        old.observed_on, old.value, old.missing, old.sent_at, old.replied_at, old.kind, old.evidence,
        new.observed_on, new.value, new.missing, new.sent_at, new.replied_at, new.kind, new.evidence, new.reason,
        new.recorded_by);
    return null;
end $$;

create trigger observation_counts_its_steps
    before update of observed_on, value, missing, sent_at, replied_at, kind, evidence on observation
    for each row when (
        (old.observed_on, old.value, old.missing, old.sent_at, old.replied_at, old.kind, old.evidence)
        is distinct from (new.observed_on, new.value, new.missing, new.sent_at, new.replied_at, new.kind, new.evidence))
    execute function observation_counts_its_steps();
create trigger observation_keeps_its_corrections
    after update of observed_on, value, missing, sent_at, replied_at, kind, evidence on observation
    for each row when (
        (old.observed_on, old.value, old.missing, old.sent_at, old.replied_at, old.kind, old.evidence)
        is distinct from (new.observed_on, new.value, new.missing, new.sent_at, new.replied_at, new.kind, new.evidence))
    execute function observation_keeps_its_corrections();

create function observations_follow_their_provider() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    update observation_correction c set office_id = new.office_id
    from observation o
    where o.programme_id = new.programme_id and o.provider_id = new.provider_id
        and c.programme_id = o.programme_id and c.observation_id = o.observation_id;
    update observation o set office_id = new.office_id
    where o.programme_id = new.programme_id and o.provider_id = new.provider_id;
    return null;
end $$;
comment on function observations_follow_their_provider is 'Gives what was observed of a provider to the office that follows it.';
create trigger observations_follow_their_provider after update of office_id on provider
    for each row when (old.office_id <> new.office_id) execute function observations_follow_their_provider();

create table skill (
    programme_id uuid not null,
    office_id uuid not null,
    theme text not null constraint skill_is_on_a_known_theme references theme,
    valid_from date not null,
    step integer not null constraint skill_step_is_positive check (step > 0),
    valid_until date constraint skill_does_not_end_before_it_begins check (valid_until >= valid_from),
    level integer not null constraint skill_level_is_one_to_four check (level between 1 and 4),
    hours double precision constraint skill_hours_are_of_a_month check (hours between 0 and 400),
    note text constraint skill_note_is_short check (length(note) <= 2000),
    actor text not null default current_user,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, office_id, theme, valid_from, step),
    constraint skill_is_of_an_office foreign key (programme_id, office_id) references office
);
comment on table skill is
    'What an office can help with: a level from 1 to 4 and hours a month, from one day and perhaps to another; never changed.';
comment on column skill.step is 'The last step of a first day counts; of the first days that have come, the last.';
select distribute('skill', 'programme');

create view skill_said with (security_invoker = true) as
select s.programme_id, s.office_id, s.theme, s.valid_from, s.valid_until, s.level, s.hours, s.note, s.step
from skill s
where not exists (select from skill l
    where l.programme_id = s.programme_id and l.office_id = s.office_id and l.theme = s.theme
        and l.valid_from = s.valid_from and l.step > s.step);
comment on view skill_said is 'Each skill of each office as it was last said, by the day from which it holds.';
