-- The categories of providers, with their labels.
select g.code, g.label_fr, g.label_en from category g order by g.position
