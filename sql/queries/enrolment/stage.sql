-- Where the lines of an enrolment file wait to be checked together; the ids are the client's, for whoever is new.
create temporary table staged_enrolment (
    line integer not null, office text not null, commune text not null, provider text not null, category text not null,
    family_name text not null, given_name text not null, email text, phone text, applied_on date not null,
    provider_id uuid not null, participant_id uuid not null, enrolment_id uuid not null,
    office_id uuid, insee text, communes bigint, category_code text, known_provider uuid, named_participant uuid,
    known_participant uuid, known_enrolment uuid, provider_key text, person_key text, email_key text
) on commit drop
