-- What every later page stands on: the reference tables, then a programme with its offices, communes, providers and people.
set local citus.multi_shard_modify_mode = 'sequential';

create function distribute(relation text, kind text) returns void
language plpgsql set search_path = pg_catalog, public as $$
begin
    if not exists (select from pg_extension where extname = 'citus') then
        return;
    elsif kind = 'reference' then
        execute format('select create_reference_table(%L)', relation);
    else
        execute format('select create_distributed_table(%L, ''programme_id'', colocate_with => %L)',
            relation, case relation when 'office' then 'none' else 'office' end);
    end if;
end $$;
comment on function distribute is 'Places a table on a distributed server; does nothing on a plain one.';

create function fold(name text) returns text
language sql immutable strict parallel safe as $$
    select trim(regexp_replace(lower(translate(regexp_replace(
        replace(replace(replace(replace(normalize(name, NFD), 'Œ', 'oe'), 'œ', 'oe'), 'Æ', 'ae'), 'æ', 'ae'),
        '[\u0300-\u036f]', '', 'g'), '’', '''')), '[[:space:]-]+', ' ', 'g'))
$$;
comment on function fold is 'A name without accents, case, typographic apostrophes and hyphens: what makes two spellings one.';

create function uuid_or_null(name text) returns uuid
language sql immutable strict parallel safe as $$
    select case when name ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then name::uuid end
$$;
comment on function uuid_or_null is 'The id that a person typed, or null when it is none.';

create table programme (
    id uuid primary key,
    code text not null
        constraint programme_code_is_unique unique
        constraint programme_code_is_kebab_case check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
    name text not null constraint programme_has_a_name check (btrim(name) <> '' and length(name) <= 200)
);
comment on table programme is 'Who organises and owns cohorts, offices and data: the tenant.';
select distribute('programme', 'reference');

create table category (
    code text primary key,
    label_fr text not null,
    label_en text not null,
    position integer not null
);
comment on table category is 'Categories of providers, as data.';
select distribute('category', 'reference');

create table office (
    programme_id uuid not null constraint office_is_of_a_programme references programme,
    office_id uuid not null,
    code text not null
        constraint office_code_is_kebab_case check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
    name text not null constraint office_has_a_name check (btrim(name) <> '' and length(name) <= 200),
    short_name text not null constraint office_has_a_short_name check (btrim(short_name) <> '' and length(short_name) <= 80),
    primary key (programme_id, office_id),
    constraint office_code_is_unique unique (programme_id, code)
);
create unique index office_name_is_unique on office (programme_id, fold(name));
comment on table office is 'A tourist office; as a relay it follows its participants.';
select distribute('office', 'programme');

create table commune (
    programme_id uuid not null,
    insee text not null constraint commune_has_an_insee_code check (insee ~ '^(0[1-9]|[13-9][0-9]|2[1-9AB])[0-9]{3}$'),
    name text not null constraint commune_has_a_name check (btrim(name) <> '' and length(name) <= 200),
    name_key text not null generated always as (fold(name)) stored,
    office_id uuid not null,
    primary key (programme_id, insee),
    constraint commune_is_in_the_area_of_an_office foreign key (programme_id, office_id) references office
);
comment on table commune is 'A municipality in the area of one office.';
create index commune_by_name on commune (programme_id, name_key);
select distribute('commune', 'programme');

create table provider (
    programme_id uuid not null,
    provider_id uuid not null,
    insee text not null,
    office_id uuid not null,
    category text not null constraint provider_has_a_known_category references category,
    name text not null constraint provider_has_a_name check (btrim(name) <> '' and length(name) <= 200),
    name_key text not null generated always as (fold(name)) stored,
    primary key (programme_id, provider_id),
    constraint provider_is_once_per_commune unique (programme_id, insee, name_key),
    constraint provider_is_in_a_known_commune foreign key (programme_id, insee) references commune,
    constraint provider_is_followed_by_an_office foreign key (programme_id, office_id) references office
);
comment on table provider is 'A tourism business or site, known by its commune and normalised name.';
select distribute('provider', 'programme');

create table participant (
    programme_id uuid not null,
    participant_id uuid not null,
    office_id uuid not null,
    provider_id uuid not null,
    family_name text not null
        constraint participant_has_a_family_name check (btrim(family_name) <> '' and length(family_name) <= 100),
    given_name text not null
        constraint participant_has_a_given_name check (btrim(given_name) <> '' and length(given_name) <= 100),
    name_key text not null generated always as (fold(family_name || ' ' || given_name)) stored,
    email text constraint participant_email_is_short check (length(email) between 3 and 254),
    email_key text generated always as (lower(normalize(email, NFC))) stored,
    phone text constraint participant_phone_is_short check (length(phone) between 6 and 30),
    primary key (programme_id, participant_id),
    constraint participant_email_is_unique unique (programme_id, email_key),
    constraint participant_can_be_reached check (coalesce(email, phone) is not null),
    constraint participant_is_followed_by_an_office foreign key (programme_id, office_id) references office,
    constraint participant_is_sent_by_a_provider foreign key (programme_id, provider_id) references provider
);
comment on table participant is 'The person a provider sends; belongs to one office.';
create unique index participant_is_once_per_provider on participant (programme_id, provider_id, name_key)
    where email is null;
create index provider_by_office on provider (programme_id, office_id, name_key);
create index participant_by_provider on participant (programme_id, provider_id);
create index participant_by_office on participant (programme_id, office_id, name_key);
select distribute('participant', 'programme');
