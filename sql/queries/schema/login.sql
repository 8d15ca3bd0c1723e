-- Who migrates, and whether row security lets that login see every row that a migration must change.
select current_user::text as name, r.rolsuper or r.rolbypassrls as passes_row_security
from pg_roles r where r.rolname = current_user
