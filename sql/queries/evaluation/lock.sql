-- Takes the lock under which the evaluation of cohort $2 is made, until the transaction's end; false when another has it.
select pg_try_advisory_xact_lock(hashtextextended('evaluation ' || $1::uuid || ' ' || $2::uuid, 0)) as is_held
