-- Which final evaluation is in force, which were written out, and what was published of an evaluation and to whom.
set local citus.multi_shard_modify_mode = 'sequential';

create table final_evaluation (
    programme_id uuid not null,
    cohort_id uuid not null,
    step integer not null constraint final_evaluation_step_is_positive check (step > 0),
    evaluation_number integer not null,
    actor text not null default current_user,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, cohort_id, step),
    constraint final_evaluation_is_stored foreign key (programme_id, cohort_id, evaluation_number)
        references evaluation (programme_id, cohort_id, number)
);
comment on table final_evaluation is
    'The final evaluations of a cohort as they came into force, again when its facts returned; the last step is in force.';
select distribute('final_evaluation', 'programme');

create table written_evaluation (
    programme_id uuid not null,
    cohort_id uuid not null,
    evaluation_number integer not null,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, cohort_id, evaluation_number),
    constraint written_evaluation_is_stored foreign key (programme_id, cohort_id, evaluation_number)
        references evaluation (programme_id, cohort_id, number)
);
comment on table written_evaluation is
    'Final evaluations whose documents were written; one that is stored and not here is written by the next batch.';
select distribute('written_evaluation', 'programme');

create table publication (
    programme_id uuid not null,
    publication_id uuid not null,
    cohort_id uuid not null,
    number integer not null constraint publication_number_is_positive check (number > 0),
    evaluation_number integer not null,
    reader text not null constraint publication_reader_is_known check (reader = 'shared' or reader like 'relay=_%'),
    minimum_group integer not null constraint publication_hides_small_groups check (minimum_group >= 5),
    own_people text[] not null,
    told text not null,
    body text not null,
    body_sha256 text not null,
    program_version text not null,
    actor text not null default current_user,
    published_at timestamptz not null default now(),
    primary key (programme_id, publication_id),
    constraint publication_number_is_unique unique (programme_id, cohort_id, number),
    constraint publication_is_once_per_evaluation
        unique (programme_id, cohort_id, evaluation_number, reader, minimum_group),
    constraint publication_is_of_an_evaluation foreign key (programme_id, cohort_id, evaluation_number)
        references evaluation (programme_id, cohort_id, number)
);
comment on table publication is
    'The ledger of what was published of a cohort: the bytes, and which sums over whom they told; never changed.';
select distribute('publication', 'programme');

insert into final_evaluation (programme_id, cohort_id, step, evaluation_number, actor, recorded_at)
select v.programme_id, v.cohort_id,
    row_number() over (partition by v.programme_id, v.cohort_id order by v.number), v.number, v.actor, v.made_at
from evaluation v
where v.status = 'final';
insert into written_evaluation (programme_id, cohort_id, evaluation_number, recorded_at)
select v.programme_id, v.cohort_id, v.number, v.made_at
from evaluation v
where v.status = 'final';
