-- Cohorts with their places, and the life of an enrolment: a table of permitted transitions, an append-only history.
set local citus.multi_shard_modify_mode = 'sequential';

create table enrolment_transition (
    from_status text not null,
    to_status text not null,
    is_correction boolean not null,
    primary key (from_status, to_status, is_correction)
);
comment on table enrolment_transition is 'Every step an enrolment may take; a correction reopens what was ended, with a note.';
insert into enrolment_transition (from_status, to_status, is_correction)
select a.from_status, b.to_status, a.is_correction
from (values
    ('applied', 'enrolled waitlisted rejected withdrawn', false),
    ('waitlisted', 'offered rejected withdrawn', false),
    ('offered', 'enrolled waitlisted withdrawn', false),
    ('enrolled', 'active withdrawn', false),
    ('active', 'suspended dropped_out excluded completed', false),
    ('suspended', 'active dropped_out', false),
    ('withdrawn', 'applied', true),
    ('rejected', 'applied', true),
    ('dropped_out', 'active', true),
    ('excluded', 'active', true),
    ('completed', 'active', true),
    ('active', 'enrolled', true)
) as a (from_status, targets, is_correction),
lateral unnest(string_to_array(a.targets, ' ')) as b (to_status);
select distribute('enrolment_transition', 'reference');

create table cohort (
    programme_id uuid not null constraint cohort_is_of_a_programme references programme,
    cohort_id uuid not null,
    code text not null
        constraint cohort_code_is_kebab_case check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
    title text not null constraint cohort_has_a_title check (btrim(title) <> '' and length(title) <= 200),
    places integer not null constraint cohort_has_places check (places between 1 and 100000),
    starts_on date not null,
    ends_on date not null,
    minimum_assiduity integer not null
        constraint cohort_minimum_assiduity_is_a_percentage check (minimum_assiduity between 0 and 100),
    quota_until date,
    primary_outcome text not null default 'overall'
        constraint cohort_primary_outcome_is_overall check (primary_outcome = 'overall'),
    status text not null
        constraint cohort_status_is_known check (status in ('open', 'running', 'closed', 'evaluated')),
    primary key (programme_id, cohort_id),
    constraint cohort_code_is_unique unique (programme_id, code),
    constraint cohort_ends_after_it_starts check (ends_on >= starts_on)
);
comment on table cohort is 'A group trained together over a period, with places.';
select distribute('cohort', 'programme');

create table cohort_quota (
    programme_id uuid not null,
    cohort_id uuid not null,
    office_id uuid not null,
    seats integer not null constraint quota_is_positive check (seats > 0),
    primary key (programme_id, cohort_id, office_id),
    constraint quota_is_of_a_cohort foreign key (programme_id, cohort_id) references cohort,
    constraint quota_is_for_an_office foreign key (programme_id, office_id) references office
);
comment on table cohort_quota is 'Places kept for an office until the quotas are released.';
select distribute('cohort_quota', 'programme');

create table enrolment (
    programme_id uuid not null,
    enrolment_id uuid not null,
    cohort_id uuid not null,
    participant_id uuid not null,
    office_id uuid not null,
    arrival integer not null constraint enrolment_arrival_is_positive check (arrival > 0),
    applied_on date not null,
    status text not null,
    effective_on date not null,
    is_correction boolean not null default false,
    reason text,
    note text constraint enrolment_note_is_short check (length(note) <= 2000),
    step integer not null default 1,
    offered_until timestamptz,
    primary key (programme_id, enrolment_id),
    constraint enrolment_is_once_per_cohort unique (programme_id, cohort_id, participant_id),
    constraint enrolment_arrival_is_unique unique (programme_id, cohort_id, arrival),
    constraint enrolment_is_in_its_cohort unique (programme_id, cohort_id, enrolment_id),
    constraint enrolment_is_in_a_cohort foreign key (programme_id, cohort_id) references cohort,
    constraint enrolment_is_of_a_participant foreign key (programme_id, participant_id) references participant,
    constraint enrolment_is_followed_by_an_office foreign key (programme_id, office_id) references office,
    constraint enrolment_reason_is_known check (reason in ('health', 'workload', 'situation_change', 'content_unsuited',
        'level_unsuited', 'schedule_or_place', 'dissatisfied', 'business_closed', 'force_majeure', 'other', 'unknown')),
    constraint enrolment_leaving_has_a_reason check (status not in ('withdrawn', 'dropped_out') or reason is not null),
    constraint enrolment_offer_has_an_end check ((status = 'offered') = (offered_until is not null))
);
comment on table enrolment is 'A participant''s place in a cohort, as it stands; its past is in enrolment_history.';
create index enrolment_by_office on enrolment (programme_id, office_id, cohort_id);
create index enrolment_by_participant on enrolment (programme_id, participant_id);
select distribute('enrolment', 'programme');

create table enrolment_history (
    programme_id uuid not null,
    enrolment_id uuid not null,
    step integer not null,
    office_id uuid not null,
    from_status text,
    to_status text not null,
    is_correction boolean not null,
    effective_on date not null,
    reason text,
    note text,
    actor text not null,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, enrolment_id, step),
    constraint history_is_of_an_enrolment foreign key (programme_id, enrolment_id) references enrolment,
    constraint enrolment_starts_as_applied check ((step = 1) = (from_status is null) and (step > 1 or to_status = 'applied')),
    constraint enrolment_moves_along_its_lifecycle foreign key (from_status, to_status, is_correction)
        references enrolment_transition,
    constraint enrolment_reopening_has_a_note check (not is_correction or note <> '')
);
comment on table enrolment_history is 'Every step of every enrolment, appended with actor and instant; never changed.';
select distribute('enrolment_history', 'programme');

create function enrolment_counts_its_steps() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
    new.step := old.step + 1;
    return new;
end $$;

create function enrolment_changes_by_steps() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
    raise exception 'an enrolment changes by steps only'
        using errcode = 'check_violation', constraint = 'enrolment_changes_by_steps';
end $$;

create function enrolment_keeps_its_history() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    insert into enrolment_history (programme_id, enrolment_id, step, office_id, from_status, to_status, is_correction,
        effective_on, reason, note, actor)
    values (new.programme_id, new.enrolment_id, new.step, new.office_id,
        case tg_op when 'UPDATE' then old.status end, new.status, new.is_correction,
        new.effective_on, new.reason, new.note,
        coalesce(nullif(current_setting('role'), 'none'), session_user));
    return null;
end $$;

create trigger enrolment_counts_its_steps before update of status on enrolment
    for each row when (old.status <> new.status) execute function enrolment_counts_its_steps();
create trigger enrolment_changes_by_steps before update on enrolment
    for each row when (old.status = new.status and (old.effective_on, old.reason, old.note, old.is_correction)
        is distinct from (new.effective_on, new.reason, new.note, new.is_correction))
    execute function enrolment_changes_by_steps();
create trigger enrolment_keeps_its_beginning after insert on enrolment
    for each row execute function enrolment_keeps_its_history();
create trigger enrolment_keeps_its_history after update of status on enrolment
    for each row when (old.status <> new.status) execute function enrolment_keeps_its_history();

create view waiting_list with (security_invoker = true) as
select w.programme_id, w.cohort_id, w.enrolment_id, w.office_id,
    row_number() over (partition by w.programme_id, w.cohort_id
        order by coalesce(q.seats, 0) > coalesce(h.held, 0) desc, w.applied_on, w.arrival) as rank,
    coalesce(q.seats, 0) > coalesce(h.held, 0) as is_below_quota
from enrolment w
left join cohort_quota q on q.programme_id = w.programme_id and q.cohort_id = w.cohort_id and q.office_id = w.office_id
left join (
    select e.programme_id, e.cohort_id, e.office_id, count(*) as held from enrolment e
    where e.status in ('offered', 'enrolled', 'active', 'suspended', 'completed', 'dropped_out', 'excluded')
    group by e.programme_id, e.cohort_id, e.office_id
) h on h.programme_id = w.programme_id and h.cohort_id = w.cohort_id and h.office_id = w.office_id
where w.status = 'waitlisted';
comment on view waiting_list is 'Who is next: an office below its quota first, then the earliest application, then arrival.';
