-- The criteria of version $1 of the grid, in its order.
select c.code as criterion, c.unit, c.is_mail, c.theme, t.label_fr as theme_fr, t.label_en as theme_en, c.weight, c.label_fr, c.label_en,
    c.scale_fr, c.scale_en, c.step_fr, c.step_en
from criterion c
join theme t on t.code = c.theme
where c.grid = $1
order by c.position
