-- Closes every table before the roles' own pages open what they need: no grant, no policy, row security on and forced.
do $$
declare
    relation text;
    policy record;
begin
    for policy in select policyname, tablename from pg_policies where schemaname = 'public' loop
        execute format('drop policy %I on %I', policy.policyname, policy.tablename);
    end loop;
    for relation in
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and c.relname <> 'migration'
    loop
        execute format('revoke all on %I from public, cohorte_admin, cohorte_relay, cohorte_guest, cohorte_door', relation);
    end loop;
    for relation in
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (c.relname = 'programme'
            or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'programme_id'))
    loop
        execute format('alter table %I enable row level security', relation);
        execute format('alter table %I force row level security', relation);
    end loop;
    execute format('revoke all on database %I from cohorte_admin, cohorte_relay, cohorte_guest, cohorte_door',
        current_database());
    execute format('revoke temporary on database %I from public', current_database());
    execute format('grant connect, temporary on database %I to cohorte_admin', current_database());
    execute format('grant connect on database %I to cohorte_relay, cohorte_guest, cohorte_door', current_database());
    revoke create on schema public from public;
    grant usage on schema public to cohorte_admin, cohorte_relay, cohorte_guest, cohorte_door;
    grant select on migration to cohorte_admin, cohorte_relay, cohorte_door;
end $$
