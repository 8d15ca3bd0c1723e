-- The read log of programme $1, batch by batch, those that name $2 when it is given.
select b.number, b.recorded_at, b.entries, encode(b.sha256, 'hex') as sha256
from read_batch b
where b.programme_id = $1 and ($2::text is null or position($2 in b.entries) > 0)
order by b.number
