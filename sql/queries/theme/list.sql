-- The themes, in their order.
select t.code as theme, t.label_fr, t.label_en, t.is_skill from theme t order by t.position
