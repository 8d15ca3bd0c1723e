-- Keeps the answer ($7, status $6) to the request of key $3 ($5 is the hash of what it asked) of pass $2, office $4.
insert into request_key (programme_id, pass_id, key, office_id, request_sha256, status, answer)
values ($1, $2, $3, $4, $5, $6, $7)
