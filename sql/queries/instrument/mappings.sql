-- Which versions of the instruments of programme $1 answer each other, with how many questions.
select a.code as instrument, a.version as from_version, b.version as to_version, count(*) as items
from item_mapping m
join instrument a on a.programme_id = m.programme_id and a.instrument_id = m.from_instrument_id
join instrument b on b.programme_id = m.programme_id and b.instrument_id = m.to_instrument_id
where m.programme_id = $1
group by a.code, a.version, b.version
order by a.code, a.version, b.version
