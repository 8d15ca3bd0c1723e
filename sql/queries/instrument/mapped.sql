-- The mapping between instruments $2 and $3 of programme $1, whichever way it was declared, by position of the first.
select m.from_position, m.to_position
from item_mapping m
where m.programme_id = $1 and m.from_instrument_id = $2 and m.to_instrument_id = $3
union all
select m.to_position, m.from_position
from item_mapping m
where m.programme_id = $1 and m.from_instrument_id = $3 and m.to_instrument_id = $2
order by 1
