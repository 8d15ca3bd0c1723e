-- Adds to the ledger what is published of evaluation $4 of cohort $3, under the next number.
insert into publication (programme_id, publication_id, cohort_id, number, evaluation_number, reader, minimum_group,
    own_people, told, body, body_sha256, program_version)
select $1, $2, $3, coalesce((select max(p.number) from publication p where p.programme_id = $1 and p.cohort_id = $3), 0) + 1,
    $4, $5, $6, $7, $8, $9, encode(sha256(convert_to($9, 'UTF8')), 'hex'), $10
returning number, evaluation_number, reader, minimum_group, own_people, told, body, body_sha256, program_version
