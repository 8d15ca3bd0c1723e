-- Stores an evaluation of cohort $3 under the next number.
insert into evaluation (programme_id, evaluation_id, cohort_id, audience, number, status, as_of, inputs_sha256, body,
    body_sha256, program_version, schema_version)
select $1, $2, $3, $4,
    coalesce((select max(v.number) from evaluation v where v.programme_id = $1 and v.cohort_id = $3), 0) + 1,
    $5, $6, $7, $8, encode(sha256(convert_to($8, 'UTF8')), 'hex'), $9, $10
returning number, body_sha256
