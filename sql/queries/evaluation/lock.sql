-- Takes the locks under which the evaluations of the cohorts $2 are made, in that order, until the transaction's end.
-- Waits for whoever has one. Each statement of it is then planned once for all cohorts, and for rows that are found by an index
-- and are in memory: planning anew for each cohort costs as much as half of the reading.
select count(l) > 0 and set_config('plan_cache_mode', 'force_generic_plan', true) is not null
    and set_config('random_page_cost', '1.1', true) is not null as is_held
from unnest($2::uuid[]) with ordinality w (cohort_id, asked)
cross join lateral pg_advisory_xact_lock(hashtextextended('evaluation ' || $1::uuid || ' ' || w.cohort_id, 0)) l
