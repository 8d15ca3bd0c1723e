-- Whoever follows a person corrects what was done for them, also what another office did before: the trail says which office
-- did. And access to another office's person is asked by the e-mail address too, which is all that an adviser knows.
set local citus.multi_shard_modify_mode = 'sequential';

alter table support_correction
    add column by_office_id uuid,
    add constraint correction_is_made_by_an_office foreign key (programme_id, by_office_id) references office;
comment on column support_correction.by_office_id is
    'The office that made the correction: never moves. None when the coordinator did, and before this was kept.';

create or replace function support_keeps_its_corrections() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    insert into support_correction (programme_id, support_id, step, enrolment_id, office_id, old_minutes, old_framework,
        old_competence, old_autonomy, old_outcome, old_next_action, old_due_on, old_done_on, old_is_cancelled, reason, actor,
        by_office_id)
    values (old.programme_id, old.support_id, new.step, old.enrolment_id, old.office_id, old.minutes, old.framework,
        old.competence, old.autonomy, old.outcome, old.next_action, old.due_on, old.done_on, old.is_cancelled,
        coalesce(new.reason, ''), new.logged_by,
        case when new.logged_by = 'cohorte_relay' then nullif(current_setting('cohorte.office', true), '')::uuid end);
    return null;
end $$;

create or replace function temporary_access_names_the_owner() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
    if new.participant_id = nobody then
        new.participant_id := coalesce((
            select coalesce(a.merged_into, a.participant_id) from participant a
            where a.programme_id = new.programme_id
                and a.email_key = lower(normalize(nullif(current_setting('cohorte.person', true), ''), NFC))), nobody);
    end if;
    select a.office_id into new.owner_office_id
    from participant a where a.programme_id = new.programme_id and a.participant_id = new.participant_id;
    new.owner_office_id := coalesce(new.owner_office_id, nobody);
    return new;
end $$;
comment on function temporary_access_names_the_owner is
    'Whose person it is the asker cannot see. Of somebody without an id, the e-mail address is in cohorte.person for the transaction: it is kept nowhere.';
