-- The relays' door: passes, what was read of named people, another office's access for three hours, requests sent twice.
set local citus.multi_shard_modify_mode = 'sequential';

create table pass (
    programme_id uuid not null constraint pass_is_of_a_programme references programme,
    pass_id uuid not null,
    office_id uuid not null,
    label text not null constraint pass_label_is_short check (length(label) <= 100),
    secret_sha256 bytea not null constraint pass_keeps_a_hash check (octet_length(secret_sha256) = 32),
    issued_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    last_used_at timestamptz,
    replaces uuid,
    actor text not null default current_user,
    primary key (programme_id, pass_id),
    constraint pass_is_of_an_office foreign key (programme_id, office_id) references office,
    constraint pass_replaces_a_pass foreign key (programme_id, replaces) references pass,
    constraint pass_expires_after_it_is_issued check (expires_at > issued_at),
    constraint pass_ends_in_time check (expires_at <= issued_at + interval '800 days')
);
comment on table pass is 'Secret tokens that make a caller an office; of the secret only its SHA-256 is kept.';
select distribute('pass', 'programme');

create table read_batch (
    programme_id uuid not null constraint read_batch_is_of_a_programme references programme,
    number bigint not null constraint read_batch_number_is_positive check (number > 0),
    entries text not null,
    previous_sha256 bytea,
    sha256 bytea not null constraint read_batch_keeps_a_hash check (octet_length(sha256) = 32),
    recorded_at timestamptz not null default now(),
    constraint read_batch_number_is_once primary key (programme_id, number)
);
comment on table read_batch is
    'The read log: who read what about whom, some at a time, each batch with the hash of the one before; never changed.';
select distribute('read_batch', 'programme');

create table temporary_access (
    programme_id uuid not null,
    access_id uuid not null,
    participant_id uuid not null,
    office_id uuid not null,
    owner_office_id uuid not null,
    pass_id uuid not null,
    reason text not null
        constraint access_has_a_reason check (length(btrim(reason)) >= 10 and length(reason) <= 1000),
    granted_at timestamptz not null default now(),
    expires_at timestamptz not null default now() + interval '3 hours',
    primary key (programme_id, access_id),
    constraint access_is_to_a_person foreign key (programme_id, participant_id) references participant,
    constraint access_is_of_an_office foreign key (programme_id, office_id) references office,
    constraint access_is_asked_of_an_office foreign key (programme_id, owner_office_id) references office,
    constraint access_is_asked_with_a_pass foreign key (programme_id, pass_id) references pass,
    constraint access_is_to_another_offices_person check (office_id <> owner_office_id)
);
comment on table temporary_access is
    'Another office may read one person''s record for three hours; the reason stays, and the person''s office sees it.';
create index temporary_access_by_person on temporary_access (programme_id, participant_id, office_id);
select distribute('temporary_access', 'programme');

create function temporary_access_names_the_owner() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    select a.office_id into new.owner_office_id
    from participant a where a.programme_id = new.programme_id and a.participant_id = new.participant_id;
    new.owner_office_id := coalesce(new.owner_office_id, '00000000-0000-0000-0000-000000000000');
    return new;
end $$;
create trigger temporary_access_names_the_owner before insert on temporary_access
    for each row execute function temporary_access_names_the_owner();

create table request_key (
    programme_id uuid not null,
    pass_id uuid not null,
    key text not null constraint request_key_is_short check (length(key) between 1 and 200),
    office_id uuid not null,
    request_sha256 text not null,
    status integer not null,
    answer text not null,
    recorded_at timestamptz not null default now(),
    constraint request_key_is_once primary key (programme_id, pass_id, key),
    constraint request_key_is_of_a_pass foreign key (programme_id, pass_id) references pass,
    constraint request_key_is_of_an_office foreign key (programme_id, office_id) references office
);
comment on table request_key is 'What was answered to a request that carried a key, so that sent again it is done once.';
select distribute('request_key', 'programme');
