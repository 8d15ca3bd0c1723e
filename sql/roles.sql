-- The roles that serve: they log in, own nothing and pass no rule. Run by whoever may make roles; what is there stays.
do $$
declare
    role text;
begin
    foreach role in array array['cohorte_admin', 'cohorte_relay', 'cohorte_guest', 'cohorte_door'] loop
        if not exists (select from pg_roles where rolname = role) then
            execute format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole noinherit', role);
        end if;
        if not pg_has_role(current_user, role, 'member') then
            execute format('grant %I to %I', role, current_user);
        end if;
    end loop;
end $$
