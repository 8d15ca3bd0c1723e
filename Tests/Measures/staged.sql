-- A million invented lines, like enrolments on their way in.
create unlogged table staged (
    line integer not null,
    participant text not null,
    cohort text not null,
    arrival integer not null,
    status text not null,
    score double precision,
    note text
) with (autovacuum_enabled = off);
insert into staged
select n, 'personne.' || n % 1000 || '@exemple.invalid', 'cohorte-' || n % 50, n % 400, 'applied', n % 81 / 10.0,
    case when n % 10 = 0 then 'Candidature inventée nº ' || n % 1000 end
from generate_series(1, 1000000) n;
vacuum analyze staged;
create unlogged table arriving (like staged) with (autovacuum_enabled = off);
