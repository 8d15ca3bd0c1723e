-- Half-days and who was there, with every correction kept.
set local citus.multi_shard_modify_mode = 'sequential';
create extension if not exists btree_gist;

create table session (
    programme_id uuid not null,
    session_id uuid not null,
    cohort_id uuid not null,
    code text not null
        constraint session_code_is_kebab_case check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
    date date not null,
    half_day text not null
        constraint session_half_day_is_known check (half_day in ('morning', 'afternoon', 'evening')),
    starts time not null,
    ends time not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    planned_minutes integer not null
        constraint session_lasts_some_minutes check (planned_minutes between 1 and 720),
    place text not null constraint session_has_a_place check (btrim(place) <> '' and length(place) <= 200),
    mode text not null constraint session_mode_is_known check (mode in ('on_site', 'remote')),
    trainer text not null constraint session_has_a_trainer check (btrim(trainer) <> '' and length(trainer) <= 200),
    theme text not null constraint session_has_a_theme check (btrim(theme) <> '' and length(theme) <= 200),
    is_cancelled boolean not null default false,
    primary key (programme_id, session_id),
    constraint session_code_is_unique unique (programme_id, cohort_id, code),
    constraint session_keeps_its_minutes unique (programme_id, cohort_id, session_id, planned_minutes),
    constraint session_is_of_a_cohort foreign key (programme_id, cohort_id) references cohort,
    constraint session_ends_after_it_starts check (ends_at > starts_at),
    constraint session_does_not_overlap exclude using gist
        (programme_id with =, cohort_id with =, tstzrange(starts_at, ends_at) with &&) where (not is_cancelled)
);
comment on table session is 'One dated meeting of a cohort: a half-day at a local time and place (Europe/Paris).';
select distribute('session', 'programme');

create table attendance (
    programme_id uuid not null,
    session_id uuid not null,
    enrolment_id uuid not null,
    cohort_id uuid not null,
    office_id uuid not null,
    planned_minutes integer not null,
    status text not null constraint attendance_status_is_known check
        (status in ('unmarked', 'present', 'late', 'left_early', 'excused', 'absent', 'exempt')),
    minutes integer not null,
    mode text constraint attendance_mode_is_known check (mode in ('on_site', 'remote')),
    reason text constraint attendance_reason_is_short check (length(reason) <= 2000),
    step integer not null default 1,
    marked_by text not null default current_user,
    marked_at timestamptz not null default now(),
    primary key (programme_id, session_id, enrolment_id),
    constraint attendance_is_of_a_session foreign key (programme_id, cohort_id, session_id, planned_minutes)
        references session (programme_id, cohort_id, session_id, planned_minutes),
    constraint attendance_is_of_an_enrolment foreign key (programme_id, cohort_id, enrolment_id)
        references enrolment (programme_id, cohort_id, enrolment_id),
    constraint attendance_is_followed_by_an_office foreign key (programme_id, office_id) references office,
    constraint attendance_minutes_fit_its_status check (case status
        when 'present' then minutes = planned_minutes
        when 'late' then minutes > 0 and minutes < planned_minutes
        when 'left_early' then minutes > 0 and minutes < planned_minutes
        else minutes = 0 end)
);
comment on table attendance is 'One enrolment at one session; no row is unmarked, never present.';
create index attendance_by_enrolment on attendance (programme_id, enrolment_id);
create index attendance_by_office on attendance (programme_id, office_id, cohort_id);
create index attendance_by_cohort on attendance (programme_id, cohort_id);
select distribute('attendance', 'programme');

create table attendance_correction (
    programme_id uuid not null,
    session_id uuid not null,
    enrolment_id uuid not null,
    step integer not null,
    office_id uuid not null,
    old_status text not null,
    old_minutes integer not null,
    old_mode text,
    old_reason text,
    new_status text not null,
    new_minutes integer not null,
    new_mode text,
    reason text,
    actor text not null,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, session_id, enrolment_id, step),
    constraint correction_is_of_an_attendance foreign key (programme_id, session_id, enrolment_id) references attendance,
    constraint attendance_correction_has_a_reason check (coalesce(reason, '') <> '')
);
comment on table attendance_correction is 'What a mark was, what it became, who changed it and why; never changed.';
select distribute('attendance_correction', 'programme');

create function attendance_counts_its_steps() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
    new.step := old.step + 1;
    new.marked_by := current_user;
    new.marked_at := now();
    return new;
end $$;

create function attendance_keeps_its_corrections() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    insert into attendance_correction (programme_id, session_id, enrolment_id, step, office_id,
        old_status, old_minutes, old_mode, old_reason, new_status, new_minutes, new_mode, reason, actor)
    values (new.programme_id, new.session_id, new.enrolment_id, new.step, new.office_id,
        old.status, old.minutes, old.mode, old.reason, new.status, new.minutes, new.mode, new.reason,
        new.marked_by);
    return null;
end $$;

create trigger attendance_counts_its_steps before update of status, minutes, mode, reason on attendance
    for each row when ((old.status, old.minutes, old.mode, old.reason)
        is distinct from (new.status, new.minutes, new.mode, new.reason))
    execute function attendance_counts_its_steps();
create trigger attendance_keeps_its_corrections after update of status, minutes, mode, reason on attendance
    for each row when ((old.status, old.minutes, old.mode, old.reason)
        is distinct from (new.status, new.minutes, new.mode, new.reason))
    execute function attendance_keeps_its_corrections();
