-- A million lines at once: the history of many steps is kept by one statement, and a cohort may have as many places.
set local citus.multi_shard_modify_mode = 'sequential';

alter table cohort drop constraint cohort_has_places;
alter table cohort add constraint cohort_has_places check (places between 1 and 10000000);

-- What is offered has an end and nothing else has, so this is the same index; but a status that changes is no key of it.
drop index enrolment_offered;
create index enrolment_offered on enrolment (programme_id, offered_until) where offered_until is not null;
-- A place takes several steps in its life; each is written beside the last, and no index has to learn of it.
alter table enrolment set (fillfactor = 50);

create function enrolments_keep_their_beginnings() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    insert into enrolment_history (programme_id, enrolment_id, step, office_id, from_status, to_status, is_correction,
        effective_on, reason, note, actor)
    select n.programme_id, n.enrolment_id, n.step, n.office_id, null, n.status, n.is_correction, n.effective_on, n.reason,
        n.note, coalesce(nullif(current_setting('role'), 'none'), session_user)
    from new_rows n;
    return null;
end $$;

create function enrolments_keep_their_history() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    insert into enrolment_history (programme_id, enrolment_id, step, office_id, from_status, to_status, is_correction,
        effective_on, reason, note, actor)
    select n.programme_id, n.enrolment_id, n.step, n.office_id, o.status, n.status, n.is_correction, n.effective_on,
        n.reason, n.note, coalesce(nullif(current_setting('role'), 'none'), session_user)
    from new_rows n
    join old_rows o on o.programme_id = n.programme_id and o.enrolment_id = n.enrolment_id
    where o.status <> n.status;
    return null;
end $$;

drop trigger enrolment_keeps_its_beginning on enrolment;
drop trigger enrolment_keeps_its_history on enrolment;
drop function enrolment_keeps_its_history();
create trigger enrolments_keep_their_beginnings after insert on enrolment
    referencing new table as new_rows for each statement execute function enrolments_keep_their_beginnings();
create trigger enrolments_keep_their_history after update on enrolment
    referencing old table as old_rows new table as new_rows
    for each statement execute function enrolments_keep_their_history();
