-- The offices of programme $1, with what each follows.
select o.code as office, o.name, o.short_name,
    (select count(*) from commune c where c.programme_id = o.programme_id and c.office_id = o.office_id) as communes,
    (select count(*) from provider p where p.programme_id = o.programme_id and p.office_id = o.office_id) as providers,
    (select count(*) from participant a where a.programme_id = o.programme_id and a.office_id = o.office_id
        and a.merged_into is null) as participants
from office o
where o.programme_id = $1
order by o.code
