-- The ledger of what a database has had: migrations, and the policies and reference data that are re-applied whole.
create table if not exists migration (
    name text primary key,
    version integer not null,
    checksum text not null,
    applied_at timestamptz not null default now()
)
