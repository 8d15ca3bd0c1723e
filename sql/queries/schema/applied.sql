-- The migrations this database has had.
select m.version, m.name, m.checksum from migration m order by m.version
