-- The door's page: one pass at a time, named by cohorte.pass, and the log of what was read, which only grows.
do $$
begin
    grant select (programme_id, pass_id, office_id, secret_sha256, expires_at, revoked_at), update (last_used_at)
        on pass to cohorte_door;
    create policy door_sees_the_pass_shown on pass for select to cohorte_door
        using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and pass_id = (select nullif(current_setting('cohorte.pass', true), '')::uuid));
    create policy door_notes_the_use_of_the_pass_shown on pass for update to cohorte_door
        using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and pass_id = (select nullif(current_setting('cohorte.pass', true), '')::uuid))
        with check (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and pass_id = (select nullif(current_setting('cohorte.pass', true), '')::uuid));

    grant select (programme_id, number, sha256), insert (programme_id, number, entries, previous_sha256, sha256)
        on read_batch to cohorte_door;
    create policy door_sees_the_head_of_the_log on read_batch for select to cohorte_door
        using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid));
    create policy door_adds_to_the_log on read_batch for insert to cohorte_door
        with check (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid));
end $$
