-- Whether the server has every change up to position $1: a standby that has replayed it, or the primary itself.
select not pg_is_in_recovery() or pg_last_wal_replay_lsn() >= $1::text::pg_lsn as has_replayed
