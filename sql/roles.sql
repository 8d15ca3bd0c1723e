-- The two roles that serve: they log in, own nothing and pass no rule. Run by whoever may make roles.
do $$
begin
    if not exists (select from pg_roles where rolname = 'cohorte_admin') then
        create role cohorte_admin login nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
    end if;
    if not exists (select from pg_roles where rolname = 'cohorte_relay') then
        create role cohorte_relay login nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
    end if;
    execute format('grant cohorte_admin, cohorte_relay to %I', current_user);
end $$
