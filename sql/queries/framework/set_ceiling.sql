-- Has the ceiling of framework $1 at level $2 as the reference data has it.
insert into framework_ceiling (framework, level, per_competence, total, stated_on, source_fr, source_en)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (framework, level) do update
set per_competence = excluded.per_competence, total = excluded.total, stated_on = excluded.stated_on,
    source_fr = excluded.source_fr, source_en = excluded.source_en
