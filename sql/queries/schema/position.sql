-- How far the server has written down its changes, to wait for a standby that has them.
select pg_current_wal_flush_lsn()::text as position
