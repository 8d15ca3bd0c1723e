-- Offers that lapse, people who are one, people who change office: the trail is what carries it out, so nothing moves without.
set local citus.multi_shard_modify_mode = 'sequential';

create index enrolment_history_lapsed on enrolment_history (programme_id, enrolment_id)
    where from_status = 'offered' and to_status = 'waitlisted';
create index enrolment_offered on enrolment (programme_id, offered_until) where status = 'offered';

drop view waiting_list;
create view waiting_list with (security_invoker = true) as
select r.programme_id, r.cohort_id, r.enrolment_id, r.office_id, r.quotas_hold, r.lapses, r.is_below_quota,
    row_number() over line as rank,
    case when r.lapses > 0 then 'offer_lapsed'
        when r.is_below_quota then 'office_below_quota'
        when r.applied_on = lead(r.applied_on) over line and lead(r.lapses) over line = 0 then 'arrival'
        else 'earliest_application' end as because
from (
    select w.programme_id, w.cohort_id, w.enrolment_id, w.office_id, w.applied_on, w.arrival, k.quotas_hold,
        coalesce(l.lapses, 0) as lapses, k.quotas_hold and coalesce(q.seats, 0) > coalesce(h.held, 0) as is_below_quota
    from enrolment w
    cross join (values (true), (false)) as k (quotas_hold)
    left join cohort_quota q on q.programme_id = w.programme_id and q.cohort_id = w.cohort_id and q.office_id = w.office_id
    left join (
        select e.programme_id, e.cohort_id, e.office_id, count(*) as held from enrolment e
        where e.status in ('offered', 'enrolled', 'active', 'suspended', 'completed', 'dropped_out', 'excluded')
        group by e.programme_id, e.cohort_id, e.office_id
    ) h on h.programme_id = w.programme_id and h.cohort_id = w.cohort_id and h.office_id = w.office_id
    left join (
        select s.programme_id, s.enrolment_id, count(*) as lapses from enrolment_history s
        where s.from_status = 'offered' and s.to_status = 'waitlisted'
        group by s.programme_id, s.enrolment_id
    ) l on l.programme_id = w.programme_id and l.enrolment_id = w.enrolment_id
    where w.status = 'waitlisted'
) r
window line as (partition by r.programme_id, r.cohort_id, r.quotas_hold
    order by r.lapses, r.is_below_quota desc, r.applied_on, r.arrival);
comment on view waiting_list is 'Who is next, while the quotas hold and once they are released, and why: whoever let no offer '
    'lapse, then an office below its quota, then the earliest application, then arrival.';

alter table participant
    add column merged_into uuid,
    add constraint participant_is_merged_into_a_person foreign key (programme_id, merged_into) references participant,
    add constraint participant_is_not_merged_into_itself check (merged_into <> participant_id);
comment on column participant.merged_into is 'The person that this one turned out to be; whoever names this one means that one.';
create index participant_by_merge on participant (programme_id, merged_into) where merged_into is not null;

create table participant_merge (
    programme_id uuid not null,
    merge_id uuid not null,
    kept_id uuid not null,
    gone_id uuid not null,
    undoes uuid,
    enrolments uuid[] not null,
    reason text not null constraint merge_has_a_reason check (btrim(reason) <> '' and length(reason) <= 2000),
    actor text not null default current_user,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (programme_id, merge_id),
    constraint merge_keeps_a_person foreign key (programme_id, kept_id) references participant,
    constraint merge_is_of_a_person foreign key (programme_id, gone_id) references participant,
    constraint merge_is_of_two_people check (kept_id <> gone_id),
    constraint merge_undoes_a_merge foreign key (programme_id, undoes) references participant_merge,
    constraint merge_is_undone_once unique (programme_id, undoes)
);
comment on table participant_merge is
    'Two people who are one: who is kept, which enrolments moved; and what was undone again. Adding a row carries it out.';
create index participant_merge_by_person on participant_merge (programme_id, gone_id);
create index participant_merge_by_kept_person on participant_merge (programme_id, kept_id);
select distribute('participant_merge', 'programme');

create table participant_transfer (
    programme_id uuid not null,
    transfer_id uuid not null,
    participant_id uuid not null,
    from_office_id uuid not null,
    to_office_id uuid not null,
    reason text not null constraint transfer_has_a_reason check (btrim(reason) <> '' and length(reason) <= 2000),
    actor text not null default current_user,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (programme_id, transfer_id),
    constraint transfer_is_of_a_person foreign key (programme_id, participant_id) references participant,
    constraint transfer_leaves_an_office foreign key (programme_id, from_office_id) references office,
    constraint transfer_goes_to_an_office foreign key (programme_id, to_office_id) references office,
    constraint transfer_changes_the_office check (from_office_id <> to_office_id)
);
comment on table participant_transfer is 'A person whom another office follows from then on. Adding a row carries it out.';
create index participant_transfer_by_person on participant_transfer (programme_id, participant_id);
select distribute('participant_transfer', 'programme');

create table enrolment_origin (
    programme_id uuid not null,
    enrolment_id uuid not null,
    sent_by_office_id uuid not null,
    provider_id uuid not null,
    primary key (programme_id, enrolment_id),
    constraint origin_is_of_an_enrolment foreign key (programme_id, enrolment_id) references enrolment,
    constraint origin_is_an_office foreign key (programme_id, sent_by_office_id) references office,
    constraint origin_is_a_provider foreign key (programme_id, provider_id) references provider
);
comment on table enrolment_origin is
    'Which office and provider sent somebody, where that is no longer who they are with: evaluations count them there.';
select distribute('enrolment_origin', 'programme');

create function enrolments_change_office(programme uuid, enrolments uuid[], office uuid) returns void
language plpgsql set search_path = pg_catalog, public as $$
declare
    relation text;
begin
    for relation in
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and 3 = (
            select count(*) from pg_attribute a
            where a.attrelid = c.oid and not a.attisdropped and a.attname in ('programme_id', 'enrolment_id', 'office_id'))
        order by c.relname
    loop
        execute format('update %I set office_id = $3 where programme_id = $1 and enrolment_id = any ($2) and office_id <> $3',
            relation) using programme, enrolments, office;
    end loop;
end $$;
comment on function enrolments_change_office is 'Gives everything that hangs on enrolments, in every table there is, to an office.';

create function participant_merge_is_carried_out() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    insert into enrolment_origin (programme_id, enrolment_id, sent_by_office_id, provider_id)
    select e.programme_id, e.enrolment_id, e.office_id, a.provider_id
    from enrolment e
    join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
    where e.programme_id = new.programme_id and e.enrolment_id = any (new.enrolments) and new.undoes is null
    on conflict (programme_id, enrolment_id) do nothing;
    update enrolment e set participant_id = case when new.undoes is null then new.kept_id else new.gone_id end
    where e.programme_id = new.programme_id and e.enrolment_id = any (new.enrolments)
        and e.participant_id = case when new.undoes is null then new.gone_id else new.kept_id end;
    update participant a set merged_into = case when new.undoes is null then new.kept_id end, office_id = p.office_id
    from provider p
    where a.programme_id = new.programme_id and a.participant_id = new.gone_id
        and p.programme_id = a.programme_id and p.provider_id = a.provider_id;
    perform enrolments_change_office(new.programme_id,
        array(select e.enrolment_id from enrolment e
            where e.programme_id = new.programme_id and e.participant_id = a.participant_id), a.office_id)
    from participant a
    where a.programme_id = new.programme_id and a.participant_id = new.gone_id;
    return null;
end $$;

create function participant_transfer_is_carried_out() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    moved uuid[] := array(
        select e.enrolment_id from enrolment e
        join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
        where e.programme_id = new.programme_id and new.participant_id in (a.participant_id, a.merged_into));
begin
    insert into enrolment_origin (programme_id, enrolment_id, sent_by_office_id, provider_id)
    select e.programme_id, e.enrolment_id, e.office_id, a.provider_id
    from enrolment e
    join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
    where e.programme_id = new.programme_id and e.enrolment_id = any (moved)
    on conflict (programme_id, enrolment_id) do nothing;
    update provider p set office_id = new.to_office_id
    from participant a
    where a.programme_id = new.programme_id and a.participant_id = new.participant_id
        and p.programme_id = a.programme_id and p.provider_id = a.provider_id;
    update participant a set office_id = new.to_office_id
    where a.programme_id = new.programme_id and new.participant_id in (a.participant_id, a.merged_into);
    perform enrolments_change_office(new.programme_id, moved, new.to_office_id);
    return null;
end $$;

create trigger participant_merge_is_carried_out after insert on participant_merge
    for each row execute function participant_merge_is_carried_out();
create trigger participant_transfer_is_carried_out after insert on participant_transfer
    for each row execute function participant_transfer_is_carried_out();
