-- Adds what was read ($2, a line each) to the log of programme $1, chained to the batch before.
insert into read_batch (programme_id, number, entries, previous_sha256, sha256)
select $1, coalesce(h.number, 0) + 1, $2, h.sha256,
    sha256(coalesce(h.sha256, '\x'::bytea) || convert_to($2, 'UTF8'))
from (select) as once
left join lateral (
    select b.number, b.sha256 from read_batch b where b.programme_id = $1 order by b.number desc limit 1) h on true
