-- Takes the lock under which the evaluation of cohort $2 is made, until the transaction's end; waits for whoever has it.
select true as is_held from pg_advisory_xact_lock(hashtextextended('evaluation ' || $1::uuid || ' ' || $2::uuid, 0))
