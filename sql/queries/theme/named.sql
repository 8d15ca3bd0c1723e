-- The theme that an office may be skilled at and that goes by $1, its code or a label.
select t.code as theme, t.label_fr, t.label_en, t.is_skill
from theme t
where t.is_skill and (t.code = replace(fold($1), ' ', '_') or fold($1) in (fold(t.label_fr), fold(t.label_en)))
order by t.position
limit 1
