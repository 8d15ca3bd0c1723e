-- Declares that the item at position $4 of instrument $2 asks the same as that at position $5 of instrument $3.
insert into item_mapping (programme_id, from_instrument_id, to_instrument_id, from_position, to_position)
values ($1, $2, $3, $4, $5)
