-- Chooses when wave $3 of cohort $2 is open.
insert into cohort_window (programme_id, cohort_id, wave, opens_on, closes_on) values ($1, $2, $3, $4, $5)
on conflict (programme_id, cohort_id, wave) do update
set opens_on = excluded.opens_on, closes_on = excluded.closes_on
