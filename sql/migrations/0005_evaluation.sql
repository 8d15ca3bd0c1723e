-- Evaluations as they were made: the bytes, what they were made from, and which is final.
set local citus.multi_shard_modify_mode = 'sequential';

create table evaluation (
    programme_id uuid not null,
    evaluation_id uuid not null,
    cohort_id uuid not null,
    audience text not null constraint evaluation_audience_is_known check (audience in ('coordinator')),
    number integer not null constraint evaluation_number_is_positive check (number > 0),
    status text not null constraint evaluation_status_is_known check (status in ('draft', 'final')),
    as_of date not null,
    inputs_sha256 text not null,
    body text not null,
    body_sha256 text not null,
    program_version text not null,
    schema_version integer not null,
    actor text not null default current_user,
    made_at timestamptz not null default now(),
    primary key (programme_id, evaluation_id),
    constraint evaluation_number_is_unique unique (programme_id, cohort_id, number),
    constraint evaluation_is_of_a_cohort foreign key (programme_id, cohort_id) references cohort
);
comment on table evaluation is 'The bilan of a cohort as it was made; the last final one is in force, and none is ever changed.';
create unique index evaluation_is_final_once_per_inputs on evaluation (programme_id, cohort_id, audience, inputs_sha256)
    where status = 'final';
select distribute('evaluation', 'programme');
