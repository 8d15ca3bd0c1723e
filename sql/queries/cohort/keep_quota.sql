-- Keeps $4 places of cohort $2 for office $3.
insert into cohort_quota (programme_id, cohort_id, office_id, seats) values ($1, $2, $3, $4)
