-- Takes the lock under which the evaluation of cohort $2 is made, until the transaction's end; waits for whoever has it.
-- Each statement of it is then planned once for all cohorts, and for rows that are found by an index and are in memory:
-- planning anew for each cohort costs as much as half of the reading.
select set_config('plan_cache_mode', 'force_generic_plan', true) is not null
    and set_config('random_page_cost', '1.1', true) is not null as is_held
from pg_advisory_xact_lock(hashtextextended('evaluation ' || $1::uuid || ' ' || $2::uuid, 0))
