-- Where the lines of a file of observations wait to be checked together.
create temporary table staged_observation (
    line integer not null, unit text not null, commune text, criterion text not null, wave text not null, observed_on date,
    observer text not null, value integer, missing text, sent text, replied text, kind text, evidence text, reason text,
    cohort text, observation_id uuid not null, code text, unit_kind text, is_mail boolean, providers bigint, communes bigint,
    is_other_unit boolean, provider_id uuid, insee text, office_id uuid, sent_at timestamptz, replied_at timestamptz,
    known_id uuid, rank integer, outcome text, cohort_id uuid,
    campaign uuid
) on commit drop
