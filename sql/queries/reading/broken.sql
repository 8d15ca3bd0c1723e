-- The first batch of the read log of programme $1 that does not follow from the one before, and how many there are.
with chained as (
    select b.number, b.sha256, b.previous_sha256, b.entries, lag(b.sha256) over w as before, lag(b.number) over w as previous
    from read_batch b where b.programme_id = $1
    window w as (order by b.number)
)
select count(*) as batches, min(c.number) filter (where c.number <> coalesce(c.previous, 0) + 1
    or c.previous_sha256 is distinct from c.before
    or c.sha256 <> sha256(coalesce(c.before, '\x'::bytea) || convert_to(c.entries, 'UTF8'))) as broken,
    encode((select b.sha256 from read_batch b where b.programme_id = $1 order by b.number desc limit 1), 'hex') as head
from chained c
