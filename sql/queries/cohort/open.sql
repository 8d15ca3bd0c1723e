-- Opens cohort $3 of programme $1 unless it is there.
insert into cohort (programme_id, cohort_id, code, title, places, starts_on, ends_on, minimum_assiduity, quota_until, status)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open')
on conflict on constraint cohort_code_is_unique do nothing
returning cohort_id
