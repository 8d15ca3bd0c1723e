-- The answers in long form: one line an answer.
create unlogged table if not exists long as
select a.enrolment_id, a.wave, i.code as item, i.competence, u.value
from assessment a
cross join lateral unnest(a.answers) with ordinality u (value, position)
join item i on i.programme_id = a.programme_id and i.instrument_id = a.instrument_id and i.position = u.position;
vacuum analyze long;
