-- Who names whom in a cohort, and what the offices do for people: answers are added and taken back, acts are corrected, and
-- nothing of it is lost.
set local citus.multi_shard_modify_mode = 'sequential';

create table network_answer (
    programme_id uuid not null,
    enrolment_id uuid not null,
    wave text not null constraint network_wave_is_known check (wave in ('before', 'after', 'follow_up')),
    question text not null
        constraint network_question_is_known check (question in ('knows', 'worked_with', 'sent_customer')),
    cohort_id uuid not null,
    office_id uuid not null,
    answered_on date not null,
    primary key (programme_id, enrolment_id, wave, question),
    constraint network_answer_is_of_an_enrolment foreign key (programme_id, cohort_id, enrolment_id)
        references enrolment (programme_id, cohort_id, enrolment_id),
    constraint network_answer_is_followed_by_an_office foreign key (programme_id, office_id) references office
);
comment on table network_answer is
    'That somebody answered a question about the group at a wave, whether they named anybody or nobody.';
create index network_answer_by_cohort on network_answer (programme_id, cohort_id, wave);
select distribute('network_answer', 'programme');

create table network_naming (
    programme_id uuid not null,
    enrolment_id uuid not null,
    wave text not null,
    question text not null,
    other_enrolment_id uuid not null,
    cohort_id uuid not null,
    office_id uuid not null,
    named_on date not null,
    primary key (programme_id, enrolment_id, wave, question, other_enrolment_id),
    constraint naming_is_of_an_answer foreign key (programme_id, enrolment_id, wave, question) references network_answer,
    constraint naming_is_of_somebody_in_the_cohort foreign key (programme_id, cohort_id, other_enrolment_id)
        references enrolment (programme_id, cohort_id, enrolment_id),
    constraint naming_is_followed_by_an_office foreign key (programme_id, office_id) references office,
    constraint naming_is_of_two_people check (enrolment_id <> other_enrolment_id)
);
comment on table network_naming is 'Whom somebody named; a tie exists when either of two people names the other.';
create index network_naming_by_cohort on network_naming (programme_id, cohort_id, wave);
select distribute('network_naming', 'programme');

create table network_retraction (
    programme_id uuid not null,
    enrolment_id uuid not null,
    wave text not null,
    question text not null,
    other_enrolment_id uuid not null,
    office_id uuid not null,
    reason text not null
        constraint network_retraction_has_a_reason check (btrim(reason) <> '' and length(reason) <= 2000),
    actor text not null default current_user,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, enrolment_id, wave, question, other_enrolment_id),
    constraint retraction_is_of_a_naming foreign key (programme_id, enrolment_id, wave, question, other_enrolment_id)
        references network_naming,
    constraint retraction_is_followed_by_an_office foreign key (programme_id, office_id) references office
);
comment on table network_retraction is 'Whom somebody did not name after all, who said so and why; never changed.';
select distribute('network_retraction', 'programme');

create table support (
    programme_id uuid not null,
    support_id uuid not null,
    enrolment_id uuid not null,
    cohort_id uuid not null,
    office_id uuid not null,
    by_office_id uuid not null,
    supported_on date not null,
    minutes integer not null constraint support_lasts_some_minutes check (minutes between 1 and 1440),
    mode text not null
        constraint support_mode_is_known check (mode in ('on_site', 'office', 'phone', 'video', 'workshop')),
    theme text not null constraint support_has_a_theme check (btrim(theme) <> '' and length(theme) <= 100),
    theme_key text not null generated always as (fold(theme)) stored,
    framework text,
    competence text,
    autonomy text not null
        constraint support_autonomy_is_known check (autonomy in ('accompanied', 'partly', 'autonomous')),
    outcome text not null constraint support_outcome_is_known check (outcome in ('solved', 'to_follow', 'referred')),
    next_action text
        constraint support_next_action_is_short check (btrim(next_action) <> '' and length(next_action) <= 500),
    due_on date,
    done_on date,
    is_cancelled boolean not null default false,
    reason text constraint support_reason_is_short check (length(reason) <= 2000),
    step integer not null default 1,
    logged_by text not null default current_user,
    logged_at timestamptz not null default now(),
    primary key (programme_id, support_id),
    constraint support_is_once_a_day_by_theme_and_mode unique (programme_id, enrolment_id, supported_on, theme_key, mode),
    constraint support_is_of_an_enrolment foreign key (programme_id, cohort_id, enrolment_id)
        references enrolment (programme_id, cohort_id, enrolment_id),
    constraint support_is_followed_by_an_office foreign key (programme_id, office_id) references office,
    constraint support_is_given_by_an_office foreign key (programme_id, by_office_id) references office,
    constraint support_is_on_a_known_competence foreign key (framework, competence) references competence,
    constraint support_competence_has_a_framework check ((framework is null) = (competence is null)),
    constraint support_to_follow_has_a_next_action check (outcome <> 'to_follow' or next_action is not null),
    constraint support_due_day_is_of_an_action check (due_on is null or next_action is not null and due_on >= supported_on),
    constraint support_done_day_is_of_an_action
        check (done_on is null or next_action is not null and done_on >= supported_on)
);
comment on table support is 'One act of help by an office, during the training or after it; kept for the follow-up at least.';
comment on column support.office_id is 'Who follows the person, as the enrolment has it; moves with a transfer.';
comment on column support.by_office_id is 'Who helped: never moves, so that the load of an office stays its own.';
create index support_by_office on support (programme_id, office_id, cohort_id);
create index support_by_cohort on support (programme_id, cohort_id, supported_on);
create index support_by_due_day on support (programme_id, due_on) where due_on is not null;
select distribute('support', 'programme');

create table support_correction (
    programme_id uuid not null,
    support_id uuid not null,
    step integer not null,
    enrolment_id uuid not null,
    office_id uuid not null,
    old_minutes integer not null,
    old_framework text,
    old_competence text,
    old_autonomy text not null,
    old_outcome text not null,
    old_next_action text,
    old_due_on date,
    old_done_on date,
    old_is_cancelled boolean not null,
    reason text not null
        constraint support_correction_has_a_reason check (btrim(reason) <> '' and length(reason) <= 2000),
    actor text not null,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, support_id, step),
    constraint correction_is_of_a_support foreign key (programme_id, support_id) references support,
    constraint correction_is_followed_by_an_office foreign key (programme_id, office_id) references office
);
comment on table support_correction is 'What an act of support was before each change, who changed it and why; never changed.';
select distribute('support_correction', 'programme');

create function support_follows_the_enrolment() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
    new.office_id := (select e.office_id from enrolment e
        where e.programme_id = new.programme_id and e.enrolment_id = new.enrolment_id);
    return new;
end $$;
comment on function support_follows_the_enrolment is
    'An act belongs to whoever follows the person; an office that cannot see the enrolment finds none, and is refused.';

create function support_counts_its_steps() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
    new.step := old.step + 1;
    new.logged_by := current_user;
    new.logged_at := now();
    return new;
end $$;

create function support_keeps_its_corrections() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    insert into support_correction (programme_id, support_id, step, enrolment_id, office_id, old_minutes, old_framework,
        old_competence, old_autonomy, old_outcome, old_next_action, old_due_on, old_done_on, old_is_cancelled, reason, actor)
    values (old.programme_id, old.support_id, new.step, old.enrolment_id, old.office_id, old.minutes, old.framework,
        old.competence, old.autonomy, old.outcome, old.next_action, old.due_on, old.done_on, old.is_cancelled,
        coalesce(new.reason, ''), new.logged_by);
    return null;
end $$;

create trigger support_follows_the_enrolment before insert on support
    for each row execute function support_follows_the_enrolment();
create trigger support_counts_its_steps
    before update of minutes, framework, competence, autonomy, outcome, next_action, due_on, done_on, is_cancelled on support
    for each row execute function support_counts_its_steps();
create trigger support_keeps_its_corrections
    after update of minutes, framework, competence, autonomy, outcome, next_action, due_on, done_on, is_cancelled on support
    for each row execute function support_keeps_its_corrections();
