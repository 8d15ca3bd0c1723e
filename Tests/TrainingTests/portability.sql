-- Every row is a breach of the rules under which the schema runs unchanged on a distributed PostgreSQL, or of isolation.
with relation as (
    select c.oid, c.relname::text as name, c.relrowsecurity, c.relforcerowsecurity
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
), tenant as (
    select r.* from relation r
    where exists (select from pg_attribute a where a.attrelid = r.oid and a.attname = 'programme_id' and not a.attisdropped)
), policy as (
    select p.*, t.name, coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as test
    from pg_policy p join tenant t on t.oid = p.polrelid
), foreign_key as (
    select k.*, t.name from tenant t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
), routine as (
    select p.*, p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
)
select 'unique or exclusion without the programme: ' || t.name || ' ' || i.indexrelid::regclass as breach
from tenant t join pg_index i on i.indrelid = t.oid
where (i.indisunique or i.indisexclusion) and not exists (
    select from pg_attribute a where a.attrelid = t.oid and a.attname = 'programme_id' and a.attnum = any (i.indkey))
union all
select 'primary key does not begin with the programme: ' || t.name
from tenant t join pg_index i on i.indrelid = t.oid and i.indisprimary
join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
where a.attname <> 'programme_id'
union all
select 'no primary key: ' || r.name from relation r
where not exists (select from pg_index i where i.indrelid = r.oid and i.indisprimary)
union all
select 'the programme may be null: ' || t.name from tenant t
join pg_attribute a on a.attrelid = t.oid and a.attname = 'programme_id' where not a.attnotnull
union all
select 'foreign key without the programme on both sides: ' || k.name || ' ' || k.conname
from foreign_key k
where exists (select from tenant t where t.oid = k.confrelid) and not exists (
    select from generate_subscripts(k.conkey, 1) as n
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[n]
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[n]
    where a.attname = 'programme_id' and b.attname = 'programme_id')
union all
select 'foreign key sets null or default: ' || k.name || ' ' || k.conname
from foreign_key k where k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd')
union all
select 'foreign key from a reference table: ' || k.conrelid::regclass || ' ' || k.conname
from pg_constraint k join tenant t on t.oid = k.confrelid
where k.contype = 'f' and not exists (select from tenant x where x.oid = k.conrelid)
union all
select 'row security is not enabled and forced: ' || t.name from tenant t
where not (t.relrowsecurity and t.relforcerowsecurity)
union all
select 'restrictive policy: ' || p.name || ' ' || p.polname from policy p where not p.polpermissive
union all
select 'policy tests null: ' || p.name || ' ' || p.polname from policy p where p.test ~* 'is (not )?null'
union all
select 'two policies for one table, command and role: ' || p.name || ' ' || p.polcmd::text from policy p
cross join unnest(p.polroles) as role group by p.name, p.polcmd, role having count(*) > 1
union all
select 'identity or serial of a small type: ' || t.name || '.' || a.attname
from tenant t join pg_attribute a on a.attrelid = t.oid
where a.attnum > 0 and a.atttypid in ('int4'::regtype, 'int2'::regtype) and (a.attidentity <> '' or exists (
    select from pg_attrdef d
    where d.adrelid = a.attrelid and d.adnum = a.attnum and pg_get_expr(d.adbin, d.adrelid) like 'nextval%'))
union all
select 'security definer without a search path: ' || p.name from routine p
where p.prosecdef and not exists (select from unnest(p.proconfig) as c where c like 'search_path=%')
union all
select 'view without security_invoker: ' || c.relname from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
    and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)
union all
select 'materialized view: ' || c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'm'
union all
select 'trigger reads its table''s name or notifies: ' || p.name from routine p
where p.prorettype = 'trigger'::regtype and p.prosrc ~* 'tg_table_name|tg_relid|tg_relname|pg_notify'
union all
select 'application role owns, or passes row security: ' || r.rolname from pg_roles r
where r.rolname in ('cohorte_admin', 'cohorte_relay', 'cohorte_guest', 'cohorte_door') and (r.rolsuper or r.rolbypassrls or exists (
    select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relowner = r.oid))
order by 1
