-- Records that migration $1 (or the policies, or the reference data) was applied.
insert into migration (name, version, checksum) values ($1, $2, $3)
on conflict (name) do update set checksum = excluded.checksum
