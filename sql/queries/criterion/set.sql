-- Has criterion $2 of version $1 of the grid as the reference data has it; on what it is and how it is observed never changes.
insert into criterion (grid, code, position, unit, is_mail, theme, weight, label_fr, label_en, scale_fr, scale_en, step_fr, step_en)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
on conflict (grid, code) do update
set position = excluded.position, theme = excluded.theme, weight = excluded.weight, label_fr = excluded.label_fr,
    label_en = excluded.label_en, scale_fr = excluded.scale_fr, scale_en = excluded.scale_en, step_fr = excluded.step_fr,
    step_en = excluded.step_en
