-- Declares instrument $3 as the one that cohort $2 is judged by, unless one is.
update cohort set instrument_id = $3 where programme_id = $1 and cohort_id = $2 and instrument_id is null
