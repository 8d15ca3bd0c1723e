--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;


--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';


--
-- Name: attendance_counts_its_steps(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.attendance_counts_its_steps() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    new.step := old.step + 1;
    new.marked_by := current_user;
    new.marked_at := now();
    return new;
end $$;


--
-- Name: attendance_keeps_its_corrections(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.attendance_keeps_its_corrections() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    insert into attendance_correction (programme_id, session_id, enrolment_id, step, office_id,
        old_status, old_minutes, old_mode, old_reason, new_status, new_minutes, new_mode, reason, actor)
    values (new.programme_id, new.session_id, new.enrolment_id, new.step, new.office_id,
        old.status, old.minutes, old.mode, old.reason, new.status, new.minutes, new.mode, new.reason,
        new.marked_by);
    return null;
end $$;


--
-- Name: distribute(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.distribute(relation text, kind text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    if not exists (select from pg_extension where extname = 'citus') then
        return;
    elsif kind = 'reference' then
        execute format('select create_reference_table(%L)', relation);
    else
        execute format('select create_distributed_table(%L, ''programme_id'', colocate_with => %L)',
            relation, case relation when 'office' then 'none' else 'office' end);
    end if;
end $$;


--
-- Name: FUNCTION distribute(relation text, kind text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.distribute(relation text, kind text) IS 'Places a table on a distributed server; does nothing on a plain one.';


--
-- Name: enrolment_changes_by_steps(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.enrolment_changes_by_steps() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    raise exception 'an enrolment changes by steps only'
        using errcode = 'check_violation', constraint = 'enrolment_changes_by_steps';
end $$;


--
-- Name: enrolment_counts_its_steps(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.enrolment_counts_its_steps() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
declare
    is_in constant boolean := new.status in ('enrolled', 'active', 'suspended', 'completed');
begin
    new.step := old.step + 1;
    if is_in and not new.is_correction and old.status in ('enrolled', 'active', 'suspended', 'completed') then
        new.enrolled_during := old.enrolled_during;
    elsif not is_in and isempty(old.enrolled_during) then
        new.enrolled_during := '{}';
    else
        new.enrolled_during := old.enrolled_during * datemultirange(daterange(null, new.effective_on))
            + case when is_in then datemultirange(daterange(new.effective_on, null)) else '{}' end;
    end if;
    return new;
end $$;


--
-- Name: enrolments_change_office(uuid, uuid[], uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.enrolments_change_office(programme uuid, enrolments uuid[], office uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $_$
declare
    relation text;
begin
    for relation in
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and 3 = (
            select count(*) from pg_attribute a
            where a.attrelid = c.oid and not a.attisdropped and a.attname in ('programme_id', 'enrolment_id', 'office_id'))
        order by c.relname
    loop
        execute format('update %I set office_id = $3 where programme_id = $1 and enrolment_id = any ($2) and office_id <> $3',
            relation) using programme, enrolments, office;
    end loop;
end $_$;


--
-- Name: FUNCTION enrolments_change_office(programme uuid, enrolments uuid[], office uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.enrolments_change_office(programme uuid, enrolments uuid[], office uuid) IS 'Gives everything that hangs on enrolments, in every table there is, to an office.';


--
-- Name: enrolments_keep_their_beginnings(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.enrolments_keep_their_beginnings() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    insert into enrolment_history (programme_id, enrolment_id, step, office_id, from_status, to_status, is_correction,
        effective_on, reason, note, actor)
    select n.programme_id, n.enrolment_id, n.step, n.office_id, null, n.status, n.is_correction, n.effective_on, n.reason,
        n.note, coalesce(nullif(current_setting('role'), 'none'), session_user)
    from new_rows n;
    return null;
end $$;


--
-- Name: enrolments_keep_their_history(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.enrolments_keep_their_history() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    insert into enrolment_history (programme_id, enrolment_id, step, office_id, from_status, to_status, is_correction,
        effective_on, reason, note, actor)
    select n.programme_id, n.enrolment_id, n.step, n.office_id, o.status, n.status, n.is_correction, n.effective_on,
        n.reason, n.note, coalesce(nullif(current_setting('role'), 'none'), session_user)
    from new_rows n
    join old_rows o on o.programme_id = n.programme_id and o.enrolment_id = n.enrolment_id
    where o.status <> n.status;
    return null;
end $$;


--
-- Name: fold(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fold(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    select trim(regexp_replace(lower(translate(regexp_replace(
        replace(replace(replace(replace(normalize(name, NFD), 'Œ', 'oe'), 'œ', 'oe'), 'Æ', 'ae'), 'æ', 'ae'),
        '[\u0300-\u036f]', '', 'g'), '’', '''')), '[[:space:]-]+', ' ', 'g'))
$$;


--
-- Name: FUNCTION fold(name text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fold(name text) IS 'A name without accents, case, typographic apostrophes and hyphens: what makes two spellings one.';


--
-- Name: observation_counts_its_steps(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.observation_counts_its_steps() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    new.step := old.step + 1;
    new.recorded_by := current_user;
    new.recorded_at := now();
    return new;
end $$;


--
-- Name: observation_keeps_its_corrections(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.observation_keeps_its_corrections() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    insert into observation_correction (programme_id, observation_id, step, office_id,
        old_observed_on, old_value, old_missing, old_sent_at, old_replied_at, old_kind, old_evidence,
        new_observed_on, new_value, new_missing, new_sent_at, new_replied_at, new_kind, new_evidence, reason, actor)
    values (new.programme_id, new.observation_id, new.step, new.office_id,
        old.observed_on, old.value, old.missing, old.sent_at, old.replied_at, old.kind, old.evidence,
        new.observed_on, new.value, new.missing, new.sent_at, new.replied_at, new.kind, new.evidence, new.reason,
        new.recorded_by);
    return null;
end $$;


--
-- Name: observations_follow_their_provider(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.observations_follow_their_provider() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    update observation_correction c set office_id = new.office_id
    from observation o
    where o.programme_id = new.programme_id and o.provider_id = new.provider_id
        and c.programme_id = o.programme_id and c.observation_id = o.observation_id;
    update observation o set office_id = new.office_id
    where o.programme_id = new.programme_id and o.provider_id = new.provider_id;
    return null;
end $$;


--
-- Name: FUNCTION observations_follow_their_provider(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.observations_follow_their_provider() IS 'Gives what was observed of a provider to the office that follows it.';


--
-- Name: participant_merge_is_carried_out(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.participant_merge_is_carried_out() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    insert into enrolment_origin (programme_id, enrolment_id, sent_by_office_id, provider_id)
    select e.programme_id, e.enrolment_id, e.office_id, a.provider_id
    from enrolment e
    join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
    where e.programme_id = new.programme_id and e.enrolment_id = any (new.enrolments) and new.undoes is null
    on conflict (programme_id, enrolment_id) do nothing;
    update enrolment e set participant_id = case when new.undoes is null then new.kept_id else new.gone_id end
    where e.programme_id = new.programme_id and e.enrolment_id = any (new.enrolments)
        and e.participant_id = case when new.undoes is null then new.gone_id else new.kept_id end;
    update participant a set merged_into = case when new.undoes is null then new.kept_id end, office_id = p.office_id
    from provider p
    where a.programme_id = new.programme_id and a.participant_id = new.gone_id
        and p.programme_id = a.programme_id and p.provider_id = a.provider_id;
    perform enrolments_change_office(new.programme_id,
        array(select e.enrolment_id from enrolment e
            where e.programme_id = new.programme_id and e.participant_id = a.participant_id), a.office_id)
    from participant a
    where a.programme_id = new.programme_id and a.participant_id = new.gone_id;
    return null;
end $$;


--
-- Name: participant_transfer_is_carried_out(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.participant_transfer_is_carried_out() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
declare
    moved uuid[] := array(
        select e.enrolment_id from enrolment e
        join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
        where e.programme_id = new.programme_id and new.participant_id in (a.participant_id, a.merged_into));
begin
    insert into enrolment_origin (programme_id, enrolment_id, sent_by_office_id, provider_id)
    select e.programme_id, e.enrolment_id, e.office_id, a.provider_id
    from enrolment e
    join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
    where e.programme_id = new.programme_id and e.enrolment_id = any (moved)
    on conflict (programme_id, enrolment_id) do nothing;
    update provider p set office_id = new.to_office_id
    from participant a
    where a.programme_id = new.programme_id and a.participant_id = new.participant_id
        and p.programme_id = a.programme_id and p.provider_id = a.provider_id;
    update participant a set office_id = new.to_office_id
    where a.programme_id = new.programme_id and new.participant_id in (a.participant_id, a.merged_into);
    perform enrolments_change_office(new.programme_id, moved, new.to_office_id);
    return null;
end $$;


--
-- Name: support_counts_its_steps(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.support_counts_its_steps() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    new.step := old.step + 1;
    new.logged_by := current_user;
    new.logged_at := now();
    return new;
end $$;


--
-- Name: support_follows_the_enrolment(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.support_follows_the_enrolment() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    new.office_id := (select e.office_id from enrolment e
        where e.programme_id = new.programme_id and e.enrolment_id = new.enrolment_id);
    return new;
end $$;


--
-- Name: FUNCTION support_follows_the_enrolment(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.support_follows_the_enrolment() IS 'An act belongs to whoever follows the person; an office that cannot see the enrolment finds none, and is refused.';


--
-- Name: support_keeps_its_corrections(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.support_keeps_its_corrections() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    insert into support_correction (programme_id, support_id, step, enrolment_id, office_id, old_minutes, old_framework,
        old_competence, old_autonomy, old_outcome, old_next_action, old_due_on, old_done_on, old_is_cancelled, reason, actor,
        by_office_id)
    values (old.programme_id, old.support_id, new.step, old.enrolment_id, old.office_id, old.minutes, old.framework,
        old.competence, old.autonomy, old.outcome, old.next_action, old.due_on, old.done_on, old.is_cancelled,
        coalesce(new.reason, ''), new.logged_by,
        case when new.logged_by = 'cohorte_relay' then nullif(current_setting('cohorte.office', true), '')::uuid end);
    return null;
end $$;


--
-- Name: temporary_access_names_the_owner(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.temporary_access_names_the_owner() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
declare
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
    if new.participant_id = nobody then
        new.participant_id := coalesce((
            select coalesce(a.merged_into, a.participant_id) from participant a
            where a.programme_id = new.programme_id
                and a.email_key = lower(normalize(nullif(current_setting('cohorte.person', true), ''), NFC))), nobody);
    end if;
    select a.office_id into new.owner_office_id
    from participant a where a.programme_id = new.programme_id and a.participant_id = new.participant_id;
    new.owner_office_id := coalesce(new.owner_office_id, nobody);
    return new;
end $$;


--
-- Name: FUNCTION temporary_access_names_the_owner(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.temporary_access_names_the_owner() IS 'Whose person it is the asker cannot see. Of somebody without an id, the e-mail address is in cohorte.person for the transaction: it is kept nowhere.';


--
-- Name: uuid_or_null(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.uuid_or_null(name text) RETURNS uuid
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$
    select case when name ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then name::uuid end
$_$;


--
-- Name: FUNCTION uuid_or_null(name text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.uuid_or_null(name text) IS 'The id that a person typed, or null when it is none.';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: anonymous_answer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.anonymous_answer (
    programme_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    instrument_id uuid NOT NULL,
    wave text NOT NULL,
    sheet text NOT NULL,
    answered_on date NOT NULL,
    answers double precision[] NOT NULL,
    CONSTRAINT anonymous_answer_has_a_sheet CHECK (((btrim(sheet) <> ''::text) AND (length(sheet) <= 40))),
    CONSTRAINT anonymous_answer_has_answers CHECK ((array_ndims(answers) = 1)),
    CONSTRAINT anonymous_answer_wave_is_known CHECK ((wave = ANY (ARRAY['before'::text, 'after'::text, 'retrospective'::text, 'follow_up'::text])))
);

ALTER TABLE ONLY public.anonymous_answer FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE anonymous_answer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.anonymous_answer IS 'The answers on one sheet of paper of an anonymous questionnaire: of a cohort, and of nobody. As in assessment.answers.';


--
-- Name: assessment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.assessment (
    programme_id uuid NOT NULL,
    assessment_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    office_id uuid NOT NULL,
    instrument_id uuid NOT NULL,
    wave text NOT NULL,
    taken_on date NOT NULL,
    answers double precision[] NOT NULL,
    CONSTRAINT assessment_has_answers CHECK ((array_ndims(answers) = 1)),
    CONSTRAINT assessment_wave_is_known CHECK ((wave = ANY (ARRAY['before'::text, 'after'::text, 'retrospective'::text, 'follow_up'::text])))
);

ALTER TABLE ONLY public.assessment FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE assessment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.assessment IS 'One enrolment''s answers to an instrument at one wave.';


--
-- Name: COLUMN assessment.answers; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.assessment.answers IS 'In item order. A number is an answer (zero too); null is not_asked, NaN skipped, Infinity not_applicable, -Infinity refused.';


--
-- Name: item; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.item (
    programme_id uuid NOT NULL,
    instrument_id uuid NOT NULL,
    "position" integer NOT NULL,
    code text NOT NULL,
    framework text NOT NULL,
    competence text NOT NULL,
    text_fr text NOT NULL,
    text_en text NOT NULL,
    minimum double precision NOT NULL,
    maximum double precision NOT NULL,
    is_reversed boolean NOT NULL,
    CONSTRAINT item_code_is_short CHECK (((code ~ '^[a-z0-9][a-z0-9_.-]*$'::text) AND (length(code) <= 40))),
    CONSTRAINT item_has_a_text CHECK (((btrim(text_fr) <> ''::text) AND (length(text_fr) <= 2000))),
    CONSTRAINT item_position_is_positive CHECK (("position" > 0)),
    CONSTRAINT item_scale_rises CHECK (((minimum < maximum) AND (abs(minimum) <= ('1000000'::numeric)::double precision) AND (abs(maximum) <= ('1000000'::numeric)::double precision)))
);

ALTER TABLE ONLY public.item FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE item; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.item IS 'One question, on one competence, with its scale.';


--
-- Name: answer; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.answer WITH (security_invoker='true') AS
 SELECT a.programme_id,
    a.assessment_id,
    a.cohort_id,
    a.enrolment_id,
    a.office_id,
    a.instrument_id,
    a.wave,
    i.code AS item,
    i.competence,
        CASE
            WHEN ((a.answers[i."position"] >= ('-1000000'::numeric)::double precision) AND (a.answers[i."position"] <= ('1000000'::numeric)::double precision)) THEN a.answers[i."position"]
            ELSE NULL::double precision
        END AS value,
        CASE
            WHEN (a.answers[i."position"] IS NULL) THEN 'not_asked'::text
            WHEN (a.answers[i."position"] = 'NaN'::double precision) THEN 'skipped'::text
            WHEN (a.answers[i."position"] = 'Infinity'::double precision) THEN 'not_applicable'::text
            WHEN (a.answers[i."position"] = '-Infinity'::double precision) THEN 'refused'::text
            ELSE NULL::text
        END AS missing
   FROM (public.assessment a
     JOIN public.item i ON (((i.programme_id = a.programme_id) AND (i.instrument_id = a.instrument_id))));


--
-- Name: VIEW answer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.answer IS 'The answers one by one: a value, or which kind of missing.';


--
-- Name: attendance; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendance (
    programme_id uuid NOT NULL,
    session_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    office_id uuid NOT NULL,
    planned_minutes integer NOT NULL,
    status text NOT NULL,
    minutes integer NOT NULL,
    mode text,
    reason text,
    step integer DEFAULT 1 NOT NULL,
    marked_by text DEFAULT CURRENT_USER NOT NULL,
    marked_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT attendance_minutes_fit_its_status CHECK (
CASE status
    WHEN 'present'::text THEN (minutes = planned_minutes)
    WHEN 'late'::text THEN ((minutes > 0) AND (minutes < planned_minutes))
    WHEN 'left_early'::text THEN ((minutes > 0) AND (minutes < planned_minutes))
    ELSE (minutes = 0)
END),
    CONSTRAINT attendance_mode_is_known CHECK ((mode = ANY (ARRAY['on_site'::text, 'remote'::text]))),
    CONSTRAINT attendance_status_is_known CHECK ((status = ANY (ARRAY['unmarked'::text, 'present'::text, 'late'::text, 'left_early'::text, 'excused'::text, 'absent'::text, 'exempt'::text])))
);

ALTER TABLE ONLY public.attendance FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE attendance; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.attendance IS 'One enrolment at one session; no row is unmarked, never present.';


--
-- Name: attendance_correction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendance_correction (
    programme_id uuid NOT NULL,
    session_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    step integer NOT NULL,
    office_id uuid NOT NULL,
    old_status text NOT NULL,
    old_minutes integer NOT NULL,
    old_mode text,
    old_reason text,
    new_status text NOT NULL,
    new_minutes integer NOT NULL,
    new_mode text,
    reason text,
    actor text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY public.attendance_correction FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE attendance_correction; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.attendance_correction IS 'What a mark was, what it became, who changed it and why; never changed.';


--
-- Name: category; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.category (
    code text NOT NULL,
    label_fr text NOT NULL,
    label_en text NOT NULL,
    "position" integer NOT NULL
);


--
-- Name: TABLE category; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.category IS 'Categories of providers, as data.';


--
-- Name: cohort; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cohort (
    programme_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    places integer NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    minimum_assiduity integer NOT NULL,
    quota_until date,
    primary_outcome text DEFAULT 'overall'::text NOT NULL,
    status text NOT NULL,
    instrument_id uuid,
    CONSTRAINT cohort_code_is_kebab_case CHECK (((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(code) <= 60))),
    CONSTRAINT cohort_ends_after_it_starts CHECK ((ends_on >= starts_on)),
    CONSTRAINT cohort_has_a_title CHECK (((btrim(title) <> ''::text) AND (length(title) <= 200))),
    CONSTRAINT cohort_has_places CHECK (((places >= 1) AND (places <= 10000000))),
    CONSTRAINT cohort_minimum_assiduity_is_a_percentage CHECK (((minimum_assiduity >= 0) AND (minimum_assiduity <= 100))),
    CONSTRAINT cohort_primary_outcome_is_overall CHECK ((primary_outcome = 'overall'::text)),
    CONSTRAINT cohort_status_is_known CHECK ((status = ANY (ARRAY['open'::text, 'running'::text, 'closed'::text, 'evaluated'::text])))
);

ALTER TABLE ONLY public.cohort FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE cohort; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.cohort IS 'A group trained together over a period, with places.';


--
-- Name: COLUMN cohort.instrument_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.cohort.instrument_id IS 'The instrument that the primary outcome stands on: declared by the first assessment before, then kept.';


--
-- Name: cohort_quota; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cohort_quota (
    programme_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    office_id uuid NOT NULL,
    seats integer NOT NULL,
    CONSTRAINT quota_is_positive CHECK ((seats > 0))
);

ALTER TABLE ONLY public.cohort_quota FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE cohort_quota; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.cohort_quota IS 'Places kept for an office until the quotas are released.';


--
-- Name: cohort_window; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cohort_window (
    programme_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    wave text NOT NULL,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    CONSTRAINT cohort_window_closes_after_it_opens CHECK ((closes_on >= opens_on)),
    CONSTRAINT cohort_window_wave_is_known CHECK ((wave = ANY (ARRAY['before'::text, 'after'::text, 'retrospective'::text, 'follow_up'::text])))
);

ALTER TABLE ONLY public.cohort_window FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE cohort_window; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.cohort_window IS 'When a wave is open, where that is not as usual.';


--
-- Name: commune; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.commune (
    programme_id uuid NOT NULL,
    insee text NOT NULL,
    name text NOT NULL,
    name_key text GENERATED ALWAYS AS (public.fold(name)) STORED NOT NULL,
    office_id uuid NOT NULL,
    CONSTRAINT commune_has_a_name CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT commune_has_an_insee_code CHECK ((insee ~ '^(0[1-9]|[13-9][0-9]|2[1-9AB])[0-9]{3}$'::text))
);

ALTER TABLE ONLY public.commune FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE commune; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.commune IS 'A municipality in the area of one office.';


--
-- Name: competence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.competence (
    framework text NOT NULL,
    code text NOT NULL,
    "position" integer NOT NULL,
    area_code text NOT NULL,
    area_fr text NOT NULL,
    area_en text NOT NULL,
    title_fr text NOT NULL,
    title_en text NOT NULL,
    CONSTRAINT competence_has_a_code CHECK (((btrim(code) <> ''::text) AND (length(code) <= 40))),
    CONSTRAINT competence_has_an_area CHECK (((btrim(area_code) <> ''::text) AND (length(area_code) <= 40)))
);


--
-- Name: TABLE competence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.competence IS 'One competence of a framework, in one area.';


--
-- Name: criterion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.criterion (
    grid text NOT NULL,
    code text NOT NULL,
    "position" integer NOT NULL,
    unit text NOT NULL,
    is_mail boolean NOT NULL,
    theme text NOT NULL,
    weight integer NOT NULL,
    label_fr text NOT NULL,
    label_en text NOT NULL,
    scale_fr text NOT NULL,
    scale_en text NOT NULL,
    step_fr text NOT NULL,
    step_en text NOT NULL,
    CONSTRAINT criterion_code_is_short CHECK ((code ~ '^[A-Z][0-9]{2}$'::text)),
    CONSTRAINT criterion_is_of_a_version_of_the_grid CHECK ((grid ~ '^v[1-9][0-9]*$'::text)),
    CONSTRAINT criterion_is_on_a_known_unit CHECK ((unit = ANY (ARRAY['provider'::text, 'commune'::text]))),
    CONSTRAINT criterion_weighs_one_to_nine CHECK (((weight >= 1) AND (weight <= 9)))
);


--
-- Name: TABLE criterion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.criterion IS 'One criterion of a version of the diagnostic grid: what is observed from outside, and what to do first.';


--
-- Name: COLUMN criterion.is_mail; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.criterion.is_mail IS 'Whether a mystery mail tells: outside the index, with its times instead of a value.';


--
-- Name: COLUMN criterion.weight; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.criterion.weight IS 'How much its theme weighs when a provider asks what to do first.';


--
-- Name: enrolment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.enrolment (
    programme_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    office_id uuid NOT NULL,
    arrival integer NOT NULL,
    applied_on date NOT NULL,
    status text NOT NULL,
    effective_on date NOT NULL,
    is_correction boolean DEFAULT false NOT NULL,
    reason text,
    note text,
    step integer DEFAULT 1 NOT NULL,
    offered_until timestamp with time zone,
    enrolled_during datemultirange DEFAULT '{}'::datemultirange NOT NULL,
    CONSTRAINT enrolment_arrival_is_positive CHECK ((arrival > 0)),
    CONSTRAINT enrolment_leaving_has_a_reason CHECK (((status <> ALL (ARRAY['withdrawn'::text, 'dropped_out'::text])) OR (reason IS NOT NULL))),
    CONSTRAINT enrolment_offer_has_an_end CHECK (((status = 'offered'::text) = (offered_until IS NOT NULL))),
    CONSTRAINT enrolment_reason_is_known CHECK ((reason = ANY (ARRAY['health'::text, 'workload'::text, 'situation_change'::text, 'content_unsuited'::text, 'level_unsuited'::text, 'schedule_or_place'::text, 'dissatisfied'::text, 'business_closed'::text, 'force_majeure'::text, 'other'::text, 'unknown'::text])))
)
WITH (fillfactor='50');

ALTER TABLE ONLY public.enrolment FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE enrolment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.enrolment IS 'A participant''s place in a cohort, as it stands; its past is in enrolment_history.';


--
-- Name: COLUMN enrolment.enrolled_during; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.enrolment.enrolled_during IS 'The days on which the person is enrolled, as the history tells them: what holds on a day is the last step recorded of those that are dated that day or before.';


--
-- Name: enrolled_span; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.enrolled_span WITH (security_invoker='true') AS
 SELECT e.programme_id,
    e.cohort_id,
    e.enrolment_id,
    e.office_id,
    lower(s.days) AS enrolled_on,
    upper(s.days) AS left_on
   FROM (public.enrolment e
     CROSS JOIN LATERAL unnest(e.enrolled_during) s(days));


--
-- Name: VIEW enrolled_span; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.enrolled_span IS 'Every span of days on which somebody was enrolled: its first day, and the first day no longer, where there is one.';


--
-- Name: enrolment_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.enrolment_history (
    programme_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    step integer NOT NULL,
    office_id uuid NOT NULL,
    from_status text,
    to_status text NOT NULL,
    is_correction boolean NOT NULL,
    effective_on date NOT NULL,
    reason text,
    note text,
    actor text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT enrolment_starts_as_applied CHECK ((((step = 1) = (from_status IS NULL)) AND ((step > 1) OR (to_status = 'applied'::text))))
);

ALTER TABLE ONLY public.enrolment_history FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE enrolment_history; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.enrolment_history IS 'Every step of every enrolment, appended with actor and instant; never changed.';


--
-- Name: enrolment_origin; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.enrolment_origin (
    programme_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    sent_by_office_id uuid NOT NULL,
    provider_id uuid NOT NULL
);

ALTER TABLE ONLY public.enrolment_origin FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE enrolment_origin; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.enrolment_origin IS 'Which office and provider sent somebody, where that is no longer who they are with: evaluations count them there.';


--
-- Name: enrolment_transition; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.enrolment_transition (
    from_status text NOT NULL,
    to_status text NOT NULL,
    is_correction boolean NOT NULL
);


--
-- Name: TABLE enrolment_transition; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.enrolment_transition IS 'Every step an enrolment may take; a correction reopens what was ended, with a note.';


--
-- Name: evaluation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.evaluation (
    programme_id uuid NOT NULL,
    evaluation_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    audience text NOT NULL,
    number integer NOT NULL,
    status text NOT NULL,
    as_of date NOT NULL,
    inputs_sha256 text NOT NULL,
    body text NOT NULL,
    body_sha256 text NOT NULL,
    program_version text NOT NULL,
    schema_version integer NOT NULL,
    actor text DEFAULT CURRENT_USER NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT evaluation_audience_is_known CHECK ((audience = 'coordinator'::text)),
    CONSTRAINT evaluation_number_is_positive CHECK ((number > 0)),
    CONSTRAINT evaluation_status_is_known CHECK ((status = ANY (ARRAY['draft'::text, 'final'::text])))
);
ALTER TABLE ONLY public.evaluation ALTER COLUMN body SET COMPRESSION lz4;

ALTER TABLE ONLY public.evaluation FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE evaluation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.evaluation IS 'The bilan of a cohort as it was made; the last final one is in force, and none is ever changed.';


--
-- Name: session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.session (
    programme_id uuid NOT NULL,
    session_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    code text NOT NULL,
    date date NOT NULL,
    half_day text NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    planned_minutes integer NOT NULL,
    place text NOT NULL,
    mode text NOT NULL,
    trainer text NOT NULL,
    theme text NOT NULL,
    is_cancelled boolean DEFAULT false NOT NULL,
    CONSTRAINT session_code_is_kebab_case CHECK (((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(code) <= 60))),
    CONSTRAINT session_ends_after_it_starts CHECK ((ends_at > starts_at)),
    CONSTRAINT session_half_day_is_known CHECK ((half_day = ANY (ARRAY['morning'::text, 'afternoon'::text, 'evening'::text]))),
    CONSTRAINT session_has_a_place CHECK (((btrim(place) <> ''::text) AND (length(place) <= 200))),
    CONSTRAINT session_has_a_theme CHECK (((btrim(theme) <> ''::text) AND (length(theme) <= 200))),
    CONSTRAINT session_has_a_trainer CHECK (((btrim(trainer) <> ''::text) AND (length(trainer) <= 200))),
    CONSTRAINT session_lasts_some_minutes CHECK (((planned_minutes >= 1) AND (planned_minutes <= 720))),
    CONSTRAINT session_mode_is_known CHECK ((mode = ANY (ARRAY['on_site'::text, 'remote'::text])))
);

ALTER TABLE ONLY public.session FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE session; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.session IS 'One dated meeting of a cohort: a half-day at a local time and place (Europe/Paris).';


--
-- Name: expected_attendance; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.expected_attendance WITH (security_invoker='true') AS
 SELECT e.programme_id,
    e.cohort_id,
    s.session_id,
    e.enrolment_id,
    e.office_id,
    s.date,
    s.planned_minutes,
    COALESCE(t.status, 'unmarked'::text) AS status,
    COALESCE(t.minutes, 0) AS minutes,
    t.mode,
    t.reason
   FROM ((public.enrolment e
     JOIN public.session s ON (((s.programme_id = e.programme_id) AND (s.cohort_id = e.cohort_id) AND (NOT s.is_cancelled) AND multirange_contains_elem(e.enrolled_during, s.date))))
     LEFT JOIN public.attendance t ON (((t.programme_id = e.programme_id) AND (t.session_id = s.session_id) AND (t.enrolment_id = e.enrolment_id))));


--
-- Name: VIEW expected_attendance; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.expected_attendance IS 'Every half-day that is not cancelled, with everybody enrolled that day and the mark there is: what sheets, assiduity, certificates and hours count.';


--
-- Name: final_evaluation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.final_evaluation (
    programme_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    step integer NOT NULL,
    evaluation_number integer NOT NULL,
    actor text DEFAULT CURRENT_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT final_evaluation_step_is_positive CHECK ((step > 0))
);

ALTER TABLE ONLY public.final_evaluation FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE final_evaluation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.final_evaluation IS 'The final evaluations of a cohort as they came into force, again when its facts returned; the last step is in force.';


--
-- Name: framework; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.framework (
    code text NOT NULL,
    title_fr text NOT NULL,
    title_en text NOT NULL,
    CONSTRAINT framework_code_is_short CHECK (((code ~ '^[a-z0-9][a-z0-9.-]*$'::text) AND (length(code) <= 60)))
);


--
-- Name: TABLE framework; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.framework IS 'A versioned list of areas and competences.';


--
-- Name: framework_ceiling; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.framework_ceiling (
    framework text NOT NULL,
    level integer NOT NULL,
    per_competence double precision NOT NULL,
    total double precision NOT NULL,
    stated_on date NOT NULL,
    source_fr text NOT NULL,
    source_en text NOT NULL,
    CONSTRAINT ceiling_level_is_positive CHECK ((level > 0)),
    CONSTRAINT ceiling_per_competence_is_positive CHECK ((per_competence > (0)::double precision)),
    CONSTRAINT ceiling_total_is_positive CHECK ((total > (0)::double precision))
);


--
-- Name: TABLE framework_ceiling; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.framework_ceiling IS 'The most that can be scored in a framework whose scores stop at a level, as a source stated it on a day.';


--
-- Name: instrument; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.instrument (
    programme_id uuid NOT NULL,
    instrument_id uuid NOT NULL,
    code text NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    framework text NOT NULL,
    kind text DEFAULT 'skills'::text NOT NULL,
    is_anonymous boolean DEFAULT false NOT NULL,
    CONSTRAINT instrument_code_is_kebab_case CHECK (((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(code) <= 60))),
    CONSTRAINT instrument_has_a_title CHECK (((btrim(title) <> ''::text) AND (length(title) <= 200))),
    CONSTRAINT instrument_kind_is_known CHECK ((kind = ANY (ARRAY['skills'::text, 'satisfaction_hot'::text, 'satisfaction_cold'::text]))),
    CONSTRAINT instrument_of_skills_bears_names CHECK (((kind <> 'skills'::text) OR (NOT is_anonymous))),
    CONSTRAINT instrument_version_is_positive CHECK ((version > 0))
);

ALTER TABLE ONLY public.instrument FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE instrument; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.instrument IS 'A version of a questionnaire: published once, never changed; a change is a new version.';


--
-- Name: COLUMN instrument.is_anonymous; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.instrument.is_anonymous IS 'Whether its answers bear no names; it is one or the other, never both.';


--
-- Name: item_mapping; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.item_mapping (
    programme_id uuid NOT NULL,
    from_instrument_id uuid NOT NULL,
    to_instrument_id uuid NOT NULL,
    from_position integer NOT NULL,
    to_position integer NOT NULL,
    actor text DEFAULT CURRENT_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT mapping_is_of_two_versions CHECK ((from_instrument_id <> to_instrument_id))
);

ALTER TABLE ONLY public.item_mapping FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE item_mapping; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.item_mapping IS 'Which question of one version asks the same as which of another, so that answers to both may pair; declared once.';


--
-- Name: mapped_assessment; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.mapped_assessment WITH (security_invoker='true') AS
 SELECT a.programme_id,
    a.cohort_id,
    a.enrolment_id,
    v.asked AS instrument_id,
    a.wave,
    a.taken_on,
    x.answers,
    i.version
   FROM (((( SELECT m.programme_id,
            m.from_instrument_id AS answered,
            m.to_instrument_id AS asked
           FROM public.item_mapping m
        UNION
         SELECT m.programme_id,
            m.to_instrument_id,
            m.from_instrument_id
           FROM public.item_mapping m) v
     JOIN public.instrument i ON (((i.programme_id = v.programme_id) AND (i.instrument_id = v.answered))))
     JOIN public.assessment a ON (((a.programme_id = v.programme_id) AND (a.instrument_id = v.answered))))
     CROSS JOIN LATERAL ( SELECT array_agg(a.answers[p.theirs] ORDER BY t."position") AS answers
           FROM (public.item t
             LEFT JOIN ( SELECT m.to_position AS ours,
                    m.from_position AS theirs
                   FROM public.item_mapping m
                  WHERE ((m.programme_id = v.programme_id) AND (m.from_instrument_id = v.answered) AND (m.to_instrument_id = v.asked))
                UNION ALL
                 SELECT m.from_position,
                    m.to_position
                   FROM public.item_mapping m
                  WHERE ((m.programme_id = v.programme_id) AND (m.from_instrument_id = v.asked) AND (m.to_instrument_id = v.answered))) p ON ((p.ours = t."position")))
          WHERE ((t.programme_id = v.programme_id) AND (t.instrument_id = v.asked))) x);


--
-- Name: VIEW mapped_assessment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.mapped_assessment IS 'Answers to one version of a questionnaire as answers to another to which a mapping leads, each under the question that asks the same.';


--
-- Name: migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.migration (
    name text NOT NULL,
    version integer NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: missing_assessment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.missing_assessment (
    programme_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    wave text NOT NULL,
    cohort_id uuid NOT NULL,
    office_id uuid NOT NULL,
    reason text NOT NULL,
    note text,
    actor text DEFAULT CURRENT_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT missing_assessment_note_is_short CHECK ((length(note) <= 2000)),
    CONSTRAINT missing_assessment_reason_is_known CHECK ((reason = ANY (ARRAY['left'::text, 'health'::text, 'workload'::text, 'unreachable'::text, 'declined'::text, 'technical'::text, 'other'::text, 'unknown'::text]))),
    CONSTRAINT missing_assessment_wave_is_known CHECK ((wave = ANY (ARRAY['before'::text, 'after'::text, 'retrospective'::text, 'follow_up'::text])))
);

ALTER TABLE ONLY public.missing_assessment FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE missing_assessment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.missing_assessment IS 'Why an assessment that was expected is not there.';


--
-- Name: network_answer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.network_answer (
    programme_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    wave text NOT NULL,
    question text NOT NULL,
    cohort_id uuid NOT NULL,
    office_id uuid NOT NULL,
    answered_on date NOT NULL,
    CONSTRAINT network_question_is_known CHECK ((question = ANY (ARRAY['knows'::text, 'worked_with'::text, 'sent_customer'::text]))),
    CONSTRAINT network_wave_is_known CHECK ((wave = ANY (ARRAY['before'::text, 'after'::text, 'follow_up'::text])))
);

ALTER TABLE ONLY public.network_answer FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE network_answer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.network_answer IS 'That somebody answered a question about the group at a wave, whether they named anybody or nobody.';


--
-- Name: network_naming; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.network_naming (
    programme_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    wave text NOT NULL,
    question text NOT NULL,
    other_enrolment_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    office_id uuid NOT NULL,
    named_on date NOT NULL,
    CONSTRAINT naming_is_of_two_people CHECK ((enrolment_id <> other_enrolment_id))
);

ALTER TABLE ONLY public.network_naming FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE network_naming; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.network_naming IS 'Whom somebody named; a tie exists when either of two people names the other.';


--
-- Name: network_retraction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.network_retraction (
    programme_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    wave text NOT NULL,
    question text NOT NULL,
    other_enrolment_id uuid NOT NULL,
    office_id uuid NOT NULL,
    reason text NOT NULL,
    actor text DEFAULT CURRENT_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT network_retraction_has_a_reason CHECK (((btrim(reason) <> ''::text) AND (length(reason) <= 2000)))
);

ALTER TABLE ONLY public.network_retraction FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE network_retraction; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.network_retraction IS 'Whom somebody did not name after all, who said so and why; never changed.';


--
-- Name: observation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.observation (
    programme_id uuid NOT NULL,
    observation_id uuid NOT NULL,
    office_id uuid NOT NULL,
    unit text NOT NULL,
    provider_id uuid,
    insee text,
    grid text NOT NULL,
    criterion text NOT NULL,
    is_mail boolean NOT NULL,
    wave text NOT NULL,
    rank integer NOT NULL,
    observed_on date NOT NULL,
    observer text NOT NULL,
    observer_key text GENERATED ALWAYS AS (public.fold(observer)) STORED NOT NULL,
    value integer,
    missing text,
    sent_at timestamp with time zone,
    replied_at timestamp with time zone,
    kind text,
    evidence text,
    step integer DEFAULT 1 NOT NULL,
    reason text,
    recorded_by text DEFAULT CURRENT_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    cohort_id uuid,
    campaign uuid GENERATED ALWAYS AS (COALESCE(cohort_id, '00000000-0000-0000-0000-000000000000'::uuid)) STORED NOT NULL,
    CONSTRAINT observation_evidence_is_short CHECK ((length(evidence) <= 2000)),
    CONSTRAINT observation_has_an_observer CHECK (((btrim(observer) <> ''::text) AND (length(observer) <= 200))),
    CONSTRAINT observation_is_first_or_second CHECK ((rank = ANY (ARRAY[1, 2]))),
    CONSTRAINT observation_is_of_one_unit CHECK (
CASE unit
    WHEN 'provider'::text THEN ((provider_id IS NOT NULL) AND (insee IS NULL))
    ELSE ((provider_id IS NULL) AND (insee IS NOT NULL))
END),
    CONSTRAINT observation_missing_is_known CHECK ((missing = ANY (ARRAY['not_applicable'::text, 'not_observed'::text]))),
    CONSTRAINT observation_reason_is_short CHECK ((length(reason) <= 2000)),
    CONSTRAINT observation_says_one_thing CHECK (
CASE
    WHEN (missing IS NOT NULL) THEN (num_nonnulls(value, sent_at, replied_at, kind) = 0)
    WHEN is_mail THEN ((value IS NULL) AND (num_nonnulls(sent_at, kind) = 2))
    ELSE ((value IS NOT NULL) AND (num_nonnulls(sent_at, replied_at, kind) = 0))
END),
    CONSTRAINT observation_value_is_on_its_scale CHECK (((value >= 0) AND (value <= 3))),
    CONSTRAINT observation_wave_is_known CHECK ((wave = ANY (ARRAY['before'::text, 'after'::text, 'follow_up'::text]))),
    CONSTRAINT reply_comes_after_sending CHECK ((replied_at > sent_at)),
    CONSTRAINT reply_has_its_time CHECK (
CASE kind
    WHEN 'none'::text THEN (replied_at IS NULL)
    WHEN 'automatic'::text THEN true
    ELSE ((kind IS NULL) OR (replied_at IS NOT NULL))
END),
    CONSTRAINT reply_kind_is_known CHECK ((kind = ANY (ARRAY['none'::text, 'automatic'::text, 'partial'::text, 'complete'::text, 'complete_with_link'::text])))
);

ALTER TABLE ONLY public.observation FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE observation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.observation IS 'One criterion seen from outside on a provider or a commune at one wave, by a first observer or a second.';


--
-- Name: COLUMN observation.rank; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.observation.rank IS '1 for who was recorded first on this criterion of this unit at this wave, and counts; 2 for who looked again.';


--
-- Name: COLUMN observation.cohort_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.observation.cohort_id IS 'The cohort for which it was observed; without one it is of the territory, and of each cohort whose dates it suits.';


--
-- Name: COLUMN observation.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.observation.campaign IS 'The cohort, or nil, as keys can hold it.';


--
-- Name: observation_correction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.observation_correction (
    programme_id uuid NOT NULL,
    observation_id uuid NOT NULL,
    step integer NOT NULL,
    office_id uuid NOT NULL,
    old_observed_on date NOT NULL,
    old_value integer,
    old_missing text,
    old_sent_at timestamp with time zone,
    old_replied_at timestamp with time zone,
    old_kind text,
    old_evidence text,
    new_observed_on date NOT NULL,
    new_value integer,
    new_missing text,
    new_sent_at timestamp with time zone,
    new_replied_at timestamp with time zone,
    new_kind text,
    new_evidence text,
    reason text,
    actor text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT observation_correction_has_a_reason CHECK (((COALESCE(reason, ''::text) <> ''::text) OR COALESCE(((old_kind = ANY (ARRAY['none'::text, 'automatic'::text])) AND (new_kind <> ALL (ARRAY['none'::text, 'automatic'::text])) AND (old_sent_at = new_sent_at)), false)))
);

ALTER TABLE ONLY public.observation_correction FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE observation_correction; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.observation_correction IS 'What an observation was, what it became, who changed it and why (a reply that came since needs no reason); never changed.';


--
-- Name: observation_window; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.observation_window WITH (security_invoker='true') AS
 SELECT c.programme_id,
    c.cohort_id,
    d.wave,
    d.opens_on,
    d.closes_on
   FROM (public.cohort c
     CROSS JOIN LATERAL ( VALUES ('before'::text,((c.starts_on - '1 year'::interval))::date,(c.starts_on + 30)), ('after'::text,(c.ends_on - 30),((c.ends_on + '4 mons'::interval))::date), ('follow_up'::text,(((c.ends_on + '4 mons'::interval))::date + 1),((c.ends_on + '1 year'::interval))::date)) d(wave, opens_on, closes_on));


--
-- Name: VIEW observation_window; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.observation_window IS 'When the territory itself may have been observed to count before or after a cohort: from a year before its first day to a month after it, from a month before its last day to four months after it, then to a year after it.';


--
-- Name: office; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.office (
    programme_id uuid NOT NULL,
    office_id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    CONSTRAINT office_code_is_kebab_case CHECK (((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(code) <= 60))),
    CONSTRAINT office_has_a_name CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT office_has_a_short_name CHECK (((btrim(short_name) <> ''::text) AND (length(short_name) <= 80)))
);

ALTER TABLE ONLY public.office FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE office; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.office IS 'A tourist office; as a relay it follows its participants.';


--
-- Name: participant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.participant (
    programme_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    office_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    family_name text NOT NULL,
    given_name text NOT NULL,
    name_key text GENERATED ALWAYS AS (public.fold(((family_name || ' '::text) || given_name))) STORED NOT NULL,
    email text,
    email_key text GENERATED ALWAYS AS (lower(NORMALIZE(email, NFC))) STORED,
    phone text,
    merged_into uuid,
    CONSTRAINT participant_can_be_reached CHECK ((COALESCE(email, phone) IS NOT NULL)),
    CONSTRAINT participant_email_is_short CHECK (((length(email) >= 3) AND (length(email) <= 254))),
    CONSTRAINT participant_has_a_family_name CHECK (((btrim(family_name) <> ''::text) AND (length(family_name) <= 100))),
    CONSTRAINT participant_has_a_given_name CHECK (((btrim(given_name) <> ''::text) AND (length(given_name) <= 100))),
    CONSTRAINT participant_is_not_merged_into_itself CHECK ((merged_into <> participant_id)),
    CONSTRAINT participant_phone_is_short CHECK (((length(phone) >= 6) AND (length(phone) <= 30)))
);

ALTER TABLE ONLY public.participant FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE participant; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.participant IS 'The person a provider sends; belongs to one office.';


--
-- Name: COLUMN participant.merged_into; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.participant.merged_into IS 'The person that this one turned out to be; whoever names this one means that one.';


--
-- Name: participant_merge; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.participant_merge (
    programme_id uuid NOT NULL,
    merge_id uuid NOT NULL,
    kept_id uuid NOT NULL,
    gone_id uuid NOT NULL,
    undoes uuid,
    enrolments uuid[] NOT NULL,
    reason text NOT NULL,
    actor text DEFAULT CURRENT_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT merge_has_a_reason CHECK (((btrim(reason) <> ''::text) AND (length(reason) <= 2000))),
    CONSTRAINT merge_is_of_two_people CHECK ((kept_id <> gone_id))
);

ALTER TABLE ONLY public.participant_merge FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE participant_merge; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.participant_merge IS 'Two people who are one: who is kept, which enrolments moved; and what was undone again. Adding a row carries it out.';


--
-- Name: participant_transfer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.participant_transfer (
    programme_id uuid NOT NULL,
    transfer_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    from_office_id uuid NOT NULL,
    to_office_id uuid NOT NULL,
    reason text NOT NULL,
    actor text DEFAULT CURRENT_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT transfer_changes_the_office CHECK ((from_office_id <> to_office_id)),
    CONSTRAINT transfer_has_a_reason CHECK (((btrim(reason) <> ''::text) AND (length(reason) <= 2000)))
);

ALTER TABLE ONLY public.participant_transfer FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE participant_transfer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.participant_transfer IS 'A person whom another office follows from then on. Adding a row carries it out.';


--
-- Name: pass; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pass (
    programme_id uuid NOT NULL,
    pass_id uuid NOT NULL,
    office_id uuid NOT NULL,
    label text NOT NULL,
    secret_sha256 bytea NOT NULL,
    issued_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    replaces uuid,
    actor text DEFAULT CURRENT_USER NOT NULL,
    CONSTRAINT pass_ends_in_time CHECK ((expires_at <= (issued_at + '800 days'::interval))),
    CONSTRAINT pass_expires_after_it_is_issued CHECK ((expires_at > issued_at)),
    CONSTRAINT pass_keeps_a_hash CHECK ((octet_length(secret_sha256) = 32)),
    CONSTRAINT pass_label_is_short CHECK ((length(label) <= 100))
);

ALTER TABLE ONLY public.pass FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE pass; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.pass IS 'Secret tokens that make a caller an office; of the secret only its SHA-256 is kept.';


--
-- Name: programme; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.programme (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    CONSTRAINT programme_code_is_kebab_case CHECK (((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(code) <= 60))),
    CONSTRAINT programme_has_a_name CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.programme FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE programme; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.programme IS 'Who organises and owns cohorts, offices and data: the tenant.';


--
-- Name: provider; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provider (
    programme_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    insee text NOT NULL,
    office_id uuid NOT NULL,
    category text NOT NULL,
    name text NOT NULL,
    name_key text GENERATED ALWAYS AS (public.fold(name)) STORED NOT NULL,
    CONSTRAINT provider_has_a_name CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.provider FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE provider; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.provider IS 'A tourism business or site, known by its commune and normalised name.';


--
-- Name: publication; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.publication (
    programme_id uuid NOT NULL,
    publication_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    number integer NOT NULL,
    evaluation_number integer NOT NULL,
    reader text NOT NULL,
    minimum_group integer NOT NULL,
    own_people text[] NOT NULL,
    told text NOT NULL,
    body text NOT NULL,
    body_sha256 text NOT NULL,
    program_version text NOT NULL,
    actor text DEFAULT CURRENT_USER NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT publication_hides_small_groups CHECK ((minimum_group >= 5)),
    CONSTRAINT publication_number_is_positive CHECK ((number > 0)),
    CONSTRAINT publication_reader_is_known CHECK (((reader = 'shared'::text) OR (reader ~~ 'relay=_%'::text)))
);
ALTER TABLE ONLY public.publication ALTER COLUMN body SET COMPRESSION lz4;

ALTER TABLE ONLY public.publication FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE publication; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.publication IS 'The ledger of what was published of a cohort: the bytes, and which sums over whom they told; never changed.';


--
-- Name: read_batch; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.read_batch (
    programme_id uuid NOT NULL,
    number bigint NOT NULL,
    entries text NOT NULL,
    previous_sha256 bytea,
    sha256 bytea NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT read_batch_keeps_a_hash CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT read_batch_number_is_positive CHECK ((number > 0))
);

ALTER TABLE ONLY public.read_batch FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE read_batch; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.read_batch IS 'The read log: who read what about whom, some at a time, each batch with the hash of the one before; never changed.';


--
-- Name: reminder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reminder (
    programme_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    wave text NOT NULL,
    channel text NOT NULL,
    sent_on date NOT NULL,
    cohort_id uuid NOT NULL,
    office_id uuid NOT NULL,
    note text,
    actor text DEFAULT CURRENT_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reminder_channel_is_known CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'sms'::text, 'post'::text, 'visit'::text]))),
    CONSTRAINT reminder_note_is_short CHECK ((length(note) <= 2000)),
    CONSTRAINT reminder_wave_is_known CHECK ((wave = ANY (ARRAY['before'::text, 'after'::text, 'retrospective'::text, 'follow_up'::text])))
);

ALTER TABLE ONLY public.reminder FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE reminder; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.reminder IS 'That somebody was reminded of an assessment, when and how; never changed.';


--
-- Name: request_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.request_key (
    programme_id uuid NOT NULL,
    pass_id uuid NOT NULL,
    key text NOT NULL,
    office_id uuid NOT NULL,
    request_sha256 text NOT NULL,
    status integer NOT NULL,
    answer text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT request_key_is_short CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);

ALTER TABLE ONLY public.request_key FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE request_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.request_key IS 'What was answered to a request that carried a key, so that sent again it is done once.';


--
-- Name: session_cancellation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.session_cancellation (
    programme_id uuid NOT NULL,
    session_id uuid NOT NULL,
    reason text NOT NULL,
    actor text DEFAULT CURRENT_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT session_cancellation_has_a_reason CHECK (((btrim(reason) <> ''::text) AND (length(reason) <= 2000)))
);

ALTER TABLE ONLY public.session_cancellation FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE session_cancellation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.session_cancellation IS 'Why a half-day was cancelled for all, and by whom; never changed.';


--
-- Name: session_change; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.session_change (
    programme_id uuid NOT NULL,
    session_id uuid NOT NULL,
    step integer NOT NULL,
    old_date date NOT NULL,
    old_half_day text NOT NULL,
    old_starts time without time zone NOT NULL,
    old_ends time without time zone NOT NULL,
    old_place text NOT NULL,
    old_mode text NOT NULL,
    old_trainer text NOT NULL,
    old_theme text NOT NULL,
    reason text,
    actor text DEFAULT CURRENT_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT session_change_reason_is_short CHECK (((length(reason) <= 2000) AND (reason ~ '[^[:space:]]'::text)))
);

ALTER TABLE ONLY public.session_change FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE session_change; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.session_change IS 'What a half-day was before it was changed, by whom and why; never changed.';


--
-- Name: skill; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.skill (
    programme_id uuid NOT NULL,
    office_id uuid NOT NULL,
    theme text NOT NULL,
    valid_from date NOT NULL,
    step integer NOT NULL,
    valid_until date,
    level integer NOT NULL,
    hours double precision,
    note text,
    actor text DEFAULT CURRENT_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT skill_does_not_end_before_it_begins CHECK ((valid_until >= valid_from)),
    CONSTRAINT skill_hours_are_of_a_month CHECK (((hours >= (0)::double precision) AND (hours <= (400)::double precision))),
    CONSTRAINT skill_level_is_one_to_four CHECK (((level >= 1) AND (level <= 4))),
    CONSTRAINT skill_note_is_short CHECK ((length(note) <= 2000)),
    CONSTRAINT skill_step_is_positive CHECK ((step > 0))
);

ALTER TABLE ONLY public.skill FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE skill; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.skill IS 'What an office can help with: a level from 1 to 4 and hours a month, from one day and perhaps to another; never changed.';


--
-- Name: COLUMN skill.step; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.skill.step IS 'The last step of a first day counts; of the first days that have come, the last.';


--
-- Name: skill_said; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.skill_said WITH (security_invoker='true') AS
 SELECT s.programme_id,
    s.office_id,
    s.theme,
    s.valid_from,
    s.valid_until,
    s.level,
    s.hours,
    s.note,
    s.step
   FROM public.skill s
  WHERE (NOT (EXISTS ( SELECT
           FROM public.skill l
          WHERE ((l.programme_id = s.programme_id) AND (l.office_id = s.office_id) AND (l.theme = s.theme) AND (l.valid_from = s.valid_from) AND (l.step > s.step)))));


--
-- Name: VIEW skill_said; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.skill_said IS 'Each skill of each office as it was last said, by the day from which it holds.';


--
-- Name: support; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.support (
    programme_id uuid NOT NULL,
    support_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    office_id uuid NOT NULL,
    by_office_id uuid NOT NULL,
    supported_on date NOT NULL,
    minutes integer NOT NULL,
    mode text NOT NULL,
    theme text NOT NULL,
    theme_key text GENERATED ALWAYS AS (public.fold(theme)) STORED NOT NULL,
    framework text,
    competence text,
    autonomy text NOT NULL,
    outcome text NOT NULL,
    next_action text,
    due_on date,
    done_on date,
    is_cancelled boolean DEFAULT false NOT NULL,
    reason text,
    step integer DEFAULT 1 NOT NULL,
    logged_by text DEFAULT CURRENT_USER NOT NULL,
    logged_at timestamp with time zone DEFAULT now() NOT NULL,
    theme_code text NOT NULL,
    CONSTRAINT support_autonomy_is_known CHECK ((autonomy = ANY (ARRAY['accompanied'::text, 'partly'::text, 'autonomous'::text]))),
    CONSTRAINT support_competence_has_a_framework CHECK (((framework IS NULL) = (competence IS NULL))),
    CONSTRAINT support_done_day_is_of_an_action CHECK (((done_on IS NULL) OR ((next_action IS NOT NULL) AND (done_on >= supported_on)))),
    CONSTRAINT support_due_day_is_of_an_action CHECK (((due_on IS NULL) OR ((next_action IS NOT NULL) AND (due_on >= supported_on)))),
    CONSTRAINT support_has_a_theme CHECK (((btrim(theme) <> ''::text) AND (length(theme) <= 100))),
    CONSTRAINT support_lasts_some_minutes CHECK (((minutes >= 1) AND (minutes <= 1440))),
    CONSTRAINT support_mode_is_known CHECK ((mode = ANY (ARRAY['on_site'::text, 'office'::text, 'phone'::text, 'video'::text, 'workshop'::text]))),
    CONSTRAINT support_next_action_is_short CHECK (((btrim(next_action) <> ''::text) AND (length(next_action) <= 500))),
    CONSTRAINT support_outcome_is_known CHECK ((outcome = ANY (ARRAY['solved'::text, 'to_follow'::text, 'referred'::text]))),
    CONSTRAINT support_reason_is_short CHECK ((length(reason) <= 2000)),
    CONSTRAINT support_to_follow_has_a_next_action CHECK (((outcome <> 'to_follow'::text) OR (next_action IS NOT NULL)))
);

ALTER TABLE ONLY public.support FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE support; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.support IS 'One act of help by an office, during the training or after it; kept for the follow-up at least.';


--
-- Name: COLUMN support.office_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.support.office_id IS 'Who follows the person, as the enrolment has it; moves with a transfer.';


--
-- Name: COLUMN support.by_office_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.support.by_office_id IS 'Who helped: never moves, so that the load of an office stays its own.';


--
-- Name: COLUMN support.theme; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.support.theme IS 'The theme as it was called on that day.';


--
-- Name: COLUMN support.theme_code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.support.theme_code IS 'The theme of the list; « autre » where an act is older than the list.';


--
-- Name: support_correction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.support_correction (
    programme_id uuid NOT NULL,
    support_id uuid NOT NULL,
    step integer NOT NULL,
    enrolment_id uuid NOT NULL,
    office_id uuid NOT NULL,
    old_minutes integer NOT NULL,
    old_framework text,
    old_competence text,
    old_autonomy text NOT NULL,
    old_outcome text NOT NULL,
    old_next_action text,
    old_due_on date,
    old_done_on date,
    old_is_cancelled boolean NOT NULL,
    reason text NOT NULL,
    actor text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    by_office_id uuid,
    CONSTRAINT support_correction_has_a_reason CHECK (((btrim(reason) <> ''::text) AND (length(reason) <= 2000)))
);

ALTER TABLE ONLY public.support_correction FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE support_correction; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.support_correction IS 'What an act of support was before each change, who changed it and why; never changed.';


--
-- Name: COLUMN support_correction.by_office_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.support_correction.by_office_id IS 'The office that made the correction: never moves. None when the coordinator did, and before this was kept.';


--
-- Name: temporary_access; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.temporary_access (
    programme_id uuid NOT NULL,
    access_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    office_id uuid NOT NULL,
    owner_office_id uuid NOT NULL,
    pass_id uuid NOT NULL,
    reason text NOT NULL,
    granted_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone DEFAULT (now() + '03:00:00'::interval) NOT NULL,
    CONSTRAINT access_has_a_reason CHECK (((length(btrim(reason)) >= 10) AND (length(reason) <= 1000))),
    CONSTRAINT access_is_to_another_offices_person CHECK ((office_id <> owner_office_id))
);

ALTER TABLE ONLY public.temporary_access FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE temporary_access; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.temporary_access IS 'Another office may read one person''s record for three hours; the reason stays, and the person''s office sees it.';


--
-- Name: theme; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.theme (
    code text NOT NULL,
    label_fr text NOT NULL,
    label_en text NOT NULL,
    is_skill boolean NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT theme_code_is_snake_case CHECK (((code ~ '^[a-z0-9]+(_[a-z0-9]+)*$'::text) AND (length(code) <= 60)))
);


--
-- Name: TABLE theme; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.theme IS 'What is observed and helped with, as data; an office may be skilled at those that are skills.';


--
-- Name: waiting_list; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.waiting_list WITH (security_invoker='true') AS
 SELECT r.programme_id,
    r.cohort_id,
    r.enrolment_id,
    r.office_id,
    r.quotas_hold,
    r.lapses,
    r.is_below_quota,
    row_number() OVER line AS rank,
        CASE
            WHEN (r.lapses > lag(r.lapses) OVER line) THEN 'offer_lapsed'::text
            WHEN (lead(r.lapses) OVER line > r.lapses) THEN 'fewer_offers_lapsed'::text
            WHEN (r.is_below_quota AND (NOT lead(r.is_below_quota) OVER line)) THEN 'office_below_quota'::text
            WHEN (lead(r.applied_on) OVER line > r.applied_on) THEN 'earliest_application'::text
            WHEN (lead(r.applied_on) OVER line IS NOT NULL) THEN 'arrival'::text
            WHEN (lag(r.applied_on) OVER line IS NULL) THEN 'alone'::text
            WHEN ((NOT r.is_below_quota) AND lag(r.is_below_quota) OVER line) THEN 'behind_quota'::text
            WHEN (r.applied_on > lag(r.applied_on) OVER line) THEN 'later_application'::text
            ELSE 'arrival'::text
        END AS because
   FROM ( SELECT t.programme_id,
            t.cohort_id,
            t.enrolment_id,
            t.office_id,
            t.applied_on,
            t.arrival,
            t.quotas_hold,
            t.lapses,
            (t.quotas_hold AND (t.places_left >= row_number() OVER (PARTITION BY t.programme_id, t.cohort_id, t.quotas_hold, t.office_id ORDER BY t.lapses, t.applied_on, t.arrival))) AS is_below_quota
           FROM ( SELECT w.programme_id,
                    w.cohort_id,
                    w.enrolment_id,
                    w.office_id,
                    w.applied_on,
                    w.arrival,
                    k.quotas_hold,
                    COALESCE(l.lapses, (0)::bigint) AS lapses,
                    (COALESCE(q.seats, 0) - COALESCE(h.held, (0)::bigint)) AS places_left
                   FROM ((((public.enrolment w
                     CROSS JOIN ( VALUES (true), (false)) k(quotas_hold))
                     LEFT JOIN public.cohort_quota q ON (((q.programme_id = w.programme_id) AND (q.cohort_id = w.cohort_id) AND (q.office_id = w.office_id))))
                     LEFT JOIN ( SELECT e.programme_id,
                            e.cohort_id,
                            e.office_id,
                            count(*) AS held
                           FROM public.enrolment e
                          WHERE (e.status = ANY (ARRAY['offered'::text, 'enrolled'::text, 'active'::text, 'suspended'::text, 'completed'::text, 'dropped_out'::text, 'excluded'::text]))
                          GROUP BY e.programme_id, e.cohort_id, e.office_id) h ON (((h.programme_id = w.programme_id) AND (h.cohort_id = w.cohort_id) AND (h.office_id = w.office_id))))
                     LEFT JOIN ( SELECT s.programme_id,
                            s.enrolment_id,
                            count(*) AS lapses
                           FROM public.enrolment_history s
                          WHERE ((s.from_status = 'offered'::text) AND (s.to_status = 'waitlisted'::text))
                          GROUP BY s.programme_id, s.enrolment_id) l ON (((l.programme_id = w.programme_id) AND (l.enrolment_id = w.enrolment_id))))
                  WHERE (w.status = 'waitlisted'::text)) t) r
  WINDOW line AS (PARTITION BY r.programme_id, r.cohort_id, r.quotas_hold ORDER BY r.lapses, r.is_below_quota DESC, r.applied_on, r.arrival);


--
-- Name: VIEW waiting_list; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.waiting_list IS 'Who is next, while the quotas hold and once they are released, and what tells them from the next: whoever let no offer lapse, then an office below its quota for as many as it has places left, then the earliest application, then arrival.';


--
-- Name: wave_window; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.wave_window WITH (security_invoker='true') AS
 SELECT c.programme_id,
    c.cohort_id,
    d.wave,
    COALESCE(w.opens_on, d.opens_on) AS opens_on,
    COALESCE(w.closes_on, d.closes_on) AS closes_on,
    (w.programme_id IS NOT NULL) AS is_chosen
   FROM ((public.cohort c
     CROSS JOIN LATERAL ( VALUES ('before'::text,(c.starts_on - 30),(c.starts_on + 14)), ('after'::text,(c.ends_on - 14),(c.ends_on + 30)), ('retrospective'::text,(c.ends_on - 14),(c.ends_on + 30)), ('follow_up'::text,((c.ends_on + '5 mons'::interval))::date,((c.ends_on + '8 mons'::interval))::date)) d(wave, opens_on, closes_on))
     LEFT JOIN public.cohort_window w ON (((w.programme_id = c.programme_id) AND (w.cohort_id = c.cohort_id) AND (w.wave = d.wave))));


--
-- Name: VIEW wave_window; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.wave_window IS 'When each wave of a cohort is open: as chosen, else from a month before to a fortnight after the first day, from a fortnight before to a month after the last, and about six months later.';


--
-- Name: written_evaluation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.written_evaluation (
    programme_id uuid NOT NULL,
    cohort_id uuid NOT NULL,
    evaluation_number integer NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY public.written_evaluation FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE written_evaluation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.written_evaluation IS 'Final evaluations whose documents were written; one that is stored and not here is written by the next batch.';


--
-- Name: anonymous_answer anonymous_answer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.anonymous_answer
    ADD CONSTRAINT anonymous_answer_pkey PRIMARY KEY (programme_id, cohort_id, instrument_id, wave, sheet);


--
-- Name: assessment assessment_is_once_per_wave; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_is_once_per_wave UNIQUE (programme_id, enrolment_id, instrument_id, wave);


--
-- Name: assessment assessment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_pkey PRIMARY KEY (programme_id, assessment_id);


--
-- Name: attendance_correction attendance_correction_has_a_reason; Type: CHECK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE public.attendance_correction
    ADD CONSTRAINT attendance_correction_has_a_reason CHECK (((old_status = 'unmarked'::text) OR (COALESCE(btrim(reason), ''::text) <> ''::text))) NOT VALID;


--
-- Name: attendance_correction attendance_correction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_correction
    ADD CONSTRAINT attendance_correction_pkey PRIMARY KEY (programme_id, session_id, enrolment_id, step);


--
-- Name: attendance attendance_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT attendance_pkey PRIMARY KEY (programme_id, session_id, enrolment_id);


--
-- Name: attendance attendance_reason_is_short; Type: CHECK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE public.attendance
    ADD CONSTRAINT attendance_reason_is_short CHECK (((length(reason) <= 2000) AND (reason ~ '[^[:space:]]'::text))) NOT VALID;


--
-- Name: category category_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_pkey PRIMARY KEY (code);


--
-- Name: cohort cohort_code_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cohort
    ADD CONSTRAINT cohort_code_is_unique UNIQUE (programme_id, code);


--
-- Name: cohort cohort_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cohort
    ADD CONSTRAINT cohort_pkey PRIMARY KEY (programme_id, cohort_id);


--
-- Name: cohort_quota cohort_quota_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cohort_quota
    ADD CONSTRAINT cohort_quota_pkey PRIMARY KEY (programme_id, cohort_id, office_id);


--
-- Name: cohort_window cohort_window_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cohort_window
    ADD CONSTRAINT cohort_window_pkey PRIMARY KEY (programme_id, cohort_id, wave);


--
-- Name: commune commune_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commune
    ADD CONSTRAINT commune_pkey PRIMARY KEY (programme_id, insee);


--
-- Name: competence competence_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.competence
    ADD CONSTRAINT competence_pkey PRIMARY KEY (framework, code);


--
-- Name: competence competence_position_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.competence
    ADD CONSTRAINT competence_position_is_unique UNIQUE (framework, "position");


--
-- Name: criterion criterion_is_of_one_unit_and_kind; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.criterion
    ADD CONSTRAINT criterion_is_of_one_unit_and_kind UNIQUE (grid, code, unit, is_mail);


--
-- Name: criterion criterion_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.criterion
    ADD CONSTRAINT criterion_pkey PRIMARY KEY (grid, code);


--
-- Name: criterion criterion_position_is_once_per_grid; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.criterion
    ADD CONSTRAINT criterion_position_is_once_per_grid UNIQUE (grid, "position");


--
-- Name: enrolment enrolment_arrival_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT enrolment_arrival_is_unique UNIQUE (programme_id, cohort_id, arrival);


--
-- Name: enrolment_history enrolment_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment_history
    ADD CONSTRAINT enrolment_history_pkey PRIMARY KEY (programme_id, enrolment_id, step);


--
-- Name: enrolment enrolment_is_in_its_cohort; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT enrolment_is_in_its_cohort UNIQUE (programme_id, cohort_id, enrolment_id);


--
-- Name: enrolment enrolment_is_once_per_cohort; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT enrolment_is_once_per_cohort UNIQUE (programme_id, cohort_id, participant_id);


--
-- Name: enrolment enrolment_note_is_short; Type: CHECK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE public.enrolment
    ADD CONSTRAINT enrolment_note_is_short CHECK (((length(note) <= 2000) AND (note ~ '[^[:space:]]'::text))) NOT VALID;


--
-- Name: enrolment_origin enrolment_origin_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment_origin
    ADD CONSTRAINT enrolment_origin_pkey PRIMARY KEY (programme_id, enrolment_id);


--
-- Name: enrolment enrolment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT enrolment_pkey PRIMARY KEY (programme_id, enrolment_id);


--
-- Name: enrolment_history enrolment_reopening_has_a_note; Type: CHECK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE public.enrolment_history
    ADD CONSTRAINT enrolment_reopening_has_a_note CHECK (((NOT is_correction) OR (COALESCE(btrim(note), ''::text) <> ''::text))) NOT VALID;


--
-- Name: enrolment_transition enrolment_transition_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment_transition
    ADD CONSTRAINT enrolment_transition_pkey PRIMARY KEY (from_status, to_status, is_correction);


--
-- Name: evaluation evaluation_number_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evaluation
    ADD CONSTRAINT evaluation_number_is_unique UNIQUE (programme_id, cohort_id, number);


--
-- Name: evaluation evaluation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evaluation
    ADD CONSTRAINT evaluation_pkey PRIMARY KEY (programme_id, evaluation_id);


--
-- Name: final_evaluation final_evaluation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.final_evaluation
    ADD CONSTRAINT final_evaluation_pkey PRIMARY KEY (programme_id, cohort_id, step);


--
-- Name: framework_ceiling framework_ceiling_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.framework_ceiling
    ADD CONSTRAINT framework_ceiling_pkey PRIMARY KEY (framework, level);


--
-- Name: framework framework_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.framework
    ADD CONSTRAINT framework_pkey PRIMARY KEY (code);


--
-- Name: instrument instrument_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.instrument
    ADD CONSTRAINT instrument_pkey PRIMARY KEY (programme_id, instrument_id);


--
-- Name: instrument instrument_version_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.instrument
    ADD CONSTRAINT instrument_version_is_unique UNIQUE (programme_id, code, version);


--
-- Name: item item_code_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_code_is_unique UNIQUE (programme_id, instrument_id, code);


--
-- Name: item_mapping item_mapping_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item_mapping
    ADD CONSTRAINT item_mapping_pkey PRIMARY KEY (programme_id, from_instrument_id, to_instrument_id, from_position);


--
-- Name: item item_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_pkey PRIMARY KEY (programme_id, instrument_id, "position");


--
-- Name: item_mapping mapping_leads_to_an_item_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item_mapping
    ADD CONSTRAINT mapping_leads_to_an_item_once UNIQUE (programme_id, from_instrument_id, to_instrument_id, to_position);


--
-- Name: participant_merge merge_is_undone_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant_merge
    ADD CONSTRAINT merge_is_undone_once UNIQUE (programme_id, undoes);


--
-- Name: migration migration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);


--
-- Name: missing_assessment missing_assessment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.missing_assessment
    ADD CONSTRAINT missing_assessment_pkey PRIMARY KEY (programme_id, enrolment_id, wave);


--
-- Name: network_answer network_answer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.network_answer
    ADD CONSTRAINT network_answer_pkey PRIMARY KEY (programme_id, enrolment_id, wave, question);


--
-- Name: network_naming network_naming_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.network_naming
    ADD CONSTRAINT network_naming_pkey PRIMARY KEY (programme_id, enrolment_id, wave, question, other_enrolment_id);


--
-- Name: network_retraction network_retraction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.network_retraction
    ADD CONSTRAINT network_retraction_pkey PRIMARY KEY (programme_id, enrolment_id, wave, question, other_enrolment_id);


--
-- Name: observation_correction observation_correction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.observation_correction
    ADD CONSTRAINT observation_correction_pkey PRIMARY KEY (programme_id, observation_id, step);


--
-- Name: observation observation_is_once_per_commune; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT observation_is_once_per_commune UNIQUE (programme_id, insee, grid, criterion, wave, campaign, rank);


--
-- Name: observation observation_is_once_per_provider; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT observation_is_once_per_provider UNIQUE (programme_id, provider_id, grid, criterion, wave, campaign, rank);


--
-- Name: observation observation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT observation_pkey PRIMARY KEY (programme_id, observation_id);


--
-- Name: observation observer_looks_once_at_a_commune; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT observer_looks_once_at_a_commune UNIQUE (programme_id, insee, grid, criterion, wave, campaign, observer_key);


--
-- Name: observation observer_looks_once_at_a_provider; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT observer_looks_once_at_a_provider UNIQUE (programme_id, provider_id, grid, criterion, wave, campaign, observer_key);


--
-- Name: office office_code_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_code_is_unique UNIQUE (programme_id, code);


--
-- Name: office office_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_pkey PRIMARY KEY (programme_id, office_id);


--
-- Name: participant participant_email_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT participant_email_is_unique UNIQUE (programme_id, email_key);


--
-- Name: participant_merge participant_merge_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant_merge
    ADD CONSTRAINT participant_merge_pkey PRIMARY KEY (programme_id, merge_id);


--
-- Name: participant participant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT participant_pkey PRIMARY KEY (programme_id, participant_id);


--
-- Name: participant_transfer participant_transfer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant_transfer
    ADD CONSTRAINT participant_transfer_pkey PRIMARY KEY (programme_id, transfer_id);


--
-- Name: pass pass_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pass
    ADD CONSTRAINT pass_pkey PRIMARY KEY (programme_id, pass_id);


--
-- Name: programme programme_code_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme
    ADD CONSTRAINT programme_code_is_unique UNIQUE (code);


--
-- Name: programme programme_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme
    ADD CONSTRAINT programme_pkey PRIMARY KEY (id);


--
-- Name: provider provider_is_once_per_commune; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_is_once_per_commune UNIQUE (programme_id, insee, name_key);


--
-- Name: provider provider_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_pkey PRIMARY KEY (programme_id, provider_id);


--
-- Name: publication publication_is_once_per_evaluation; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_is_once_per_evaluation UNIQUE (programme_id, cohort_id, evaluation_number, reader, minimum_group);


--
-- Name: publication publication_number_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_number_is_unique UNIQUE (programme_id, cohort_id, number);


--
-- Name: publication publication_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (programme_id, publication_id);


--
-- Name: read_batch read_batch_number_is_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.read_batch
    ADD CONSTRAINT read_batch_number_is_once PRIMARY KEY (programme_id, number);


--
-- Name: reminder reminder_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT reminder_pkey PRIMARY KEY (programme_id, enrolment_id, wave, channel, sent_on);


--
-- Name: request_key request_key_is_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.request_key
    ADD CONSTRAINT request_key_is_once PRIMARY KEY (programme_id, pass_id, key);


--
-- Name: session_cancellation session_cancellation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session_cancellation
    ADD CONSTRAINT session_cancellation_pkey PRIMARY KEY (programme_id, session_id);


--
-- Name: session_change session_change_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session_change
    ADD CONSTRAINT session_change_pkey PRIMARY KEY (programme_id, session_id, step);


--
-- Name: session session_code_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_code_is_unique UNIQUE (programme_id, cohort_id, code);


--
-- Name: session session_does_not_overlap; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_does_not_overlap EXCLUDE USING gist (programme_id WITH =, cohort_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((NOT is_cancelled));


--
-- Name: session session_keeps_its_minutes; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_keeps_its_minutes UNIQUE (programme_id, cohort_id, session_id, planned_minutes);


--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (programme_id, session_id);


--
-- Name: skill skill_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.skill
    ADD CONSTRAINT skill_pkey PRIMARY KEY (programme_id, office_id, theme, valid_from, step);


--
-- Name: support_correction support_correction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_correction
    ADD CONSTRAINT support_correction_pkey PRIMARY KEY (programme_id, support_id, step);


--
-- Name: support support_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support
    ADD CONSTRAINT support_pkey PRIMARY KEY (programme_id, support_id);


--
-- Name: temporary_access temporary_access_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.temporary_access
    ADD CONSTRAINT temporary_access_pkey PRIMARY KEY (programme_id, access_id);


--
-- Name: theme theme_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.theme
    ADD CONSTRAINT theme_pkey PRIMARY KEY (code);


--
-- Name: written_evaluation written_evaluation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.written_evaluation
    ADD CONSTRAINT written_evaluation_pkey PRIMARY KEY (programme_id, cohort_id, evaluation_number);


--
-- Name: assessment_by_cohort; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX assessment_by_cohort ON public.assessment USING btree (programme_id, cohort_id, wave);


--
-- Name: assessment_by_office; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX assessment_by_office ON public.assessment USING btree (programme_id, office_id, cohort_id);


--
-- Name: attendance_by_cohort; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_by_cohort ON public.attendance USING btree (programme_id, cohort_id);


--
-- Name: attendance_by_enrolment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_by_enrolment ON public.attendance USING btree (programme_id, enrolment_id);


--
-- Name: attendance_by_office; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_by_office ON public.attendance USING btree (programme_id, office_id, cohort_id);


--
-- Name: commune_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX commune_by_name ON public.commune USING btree (programme_id, name_key);


--
-- Name: enrolment_by_office; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX enrolment_by_office ON public.enrolment USING btree (programme_id, office_id, cohort_id);


--
-- Name: enrolment_by_participant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX enrolment_by_participant ON public.enrolment USING btree (programme_id, participant_id);


--
-- Name: enrolment_history_lapsed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX enrolment_history_lapsed ON public.enrolment_history USING btree (programme_id, enrolment_id) WHERE ((from_status = 'offered'::text) AND (to_status = 'waitlisted'::text));


--
-- Name: enrolment_offered; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX enrolment_offered ON public.enrolment USING btree (programme_id, offered_until) WHERE (offered_until IS NOT NULL);


--
-- Name: evaluation_is_final_once_per_inputs; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX evaluation_is_final_once_per_inputs ON public.evaluation USING btree (programme_id, cohort_id, audience, inputs_sha256) WHERE (status = 'final'::text);


--
-- Name: item_mapping_back; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX item_mapping_back ON public.item_mapping USING btree (programme_id, to_instrument_id);


--
-- Name: network_answer_by_cohort; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX network_answer_by_cohort ON public.network_answer USING btree (programme_id, cohort_id, wave);


--
-- Name: network_naming_by_cohort; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX network_naming_by_cohort ON public.network_naming USING btree (programme_id, cohort_id, wave);


--
-- Name: observation_by_office; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX observation_by_office ON public.observation USING btree (programme_id, office_id, wave);


--
-- Name: office_name_is_unique; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX office_name_is_unique ON public.office USING btree (programme_id, public.fold(name));


--
-- Name: participant_by_merge; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX participant_by_merge ON public.participant USING btree (programme_id, merged_into) WHERE (merged_into IS NOT NULL);


--
-- Name: participant_by_office; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX participant_by_office ON public.participant USING btree (programme_id, office_id, name_key);


--
-- Name: participant_by_provider; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX participant_by_provider ON public.participant USING btree (programme_id, provider_id);


--
-- Name: participant_is_once_per_provider; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX participant_is_once_per_provider ON public.participant USING btree (programme_id, provider_id, name_key) WHERE (email IS NULL);


--
-- Name: participant_merge_by_kept_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX participant_merge_by_kept_person ON public.participant_merge USING btree (programme_id, kept_id);


--
-- Name: participant_merge_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX participant_merge_by_person ON public.participant_merge USING btree (programme_id, gone_id);


--
-- Name: participant_transfer_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX participant_transfer_by_person ON public.participant_transfer USING btree (programme_id, participant_id);


--
-- Name: provider_by_office; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provider_by_office ON public.provider USING btree (programme_id, office_id, name_key);


--
-- Name: reminder_by_cohort; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reminder_by_cohort ON public.reminder USING btree (programme_id, cohort_id);


--
-- Name: support_by_cohort; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_by_cohort ON public.support USING btree (programme_id, cohort_id, supported_on);


--
-- Name: support_by_due_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_by_due_day ON public.support USING btree (programme_id, due_on) WHERE (due_on IS NOT NULL);


--
-- Name: support_by_office; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_by_office ON public.support USING btree (programme_id, office_id, cohort_id);


--
-- Name: support_is_once_a_day_by_theme_and_mode; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX support_is_once_a_day_by_theme_and_mode ON public.support USING btree (programme_id, enrolment_id, supported_on, theme_key, mode) WHERE (NOT is_cancelled);


--
-- Name: temporary_access_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX temporary_access_by_person ON public.temporary_access USING btree (programme_id, participant_id, office_id);


--
-- Name: assessment_of_programme; Type: STATISTICS; Schema: public; Owner: -
--

CREATE STATISTICS public.assessment_of_programme (dependencies) ON programme_id, cohort_id, enrolment_id, office_id, instrument_id FROM public.assessment;


--
-- Name: attendance_of_programme; Type: STATISTICS; Schema: public; Owner: -
--

CREATE STATISTICS public.attendance_of_programme (dependencies) ON programme_id, session_id, enrolment_id, cohort_id, office_id FROM public.attendance;


--
-- Name: enrolment_of_programme; Type: STATISTICS; Schema: public; Owner: -
--

CREATE STATISTICS public.enrolment_of_programme (dependencies) ON programme_id, cohort_id, participant_id, office_id FROM public.enrolment;


--
-- Name: participant_of_programme; Type: STATISTICS; Schema: public; Owner: -
--

CREATE STATISTICS public.participant_of_programme (dependencies) ON programme_id, office_id, provider_id FROM public.participant;


--
-- Name: provider_of_programme; Type: STATISTICS; Schema: public; Owner: -
--

CREATE STATISTICS public.provider_of_programme (dependencies) ON programme_id, office_id FROM public.provider;


--
-- Name: session_of_programme; Type: STATISTICS; Schema: public; Owner: -
--

CREATE STATISTICS public.session_of_programme (dependencies) ON programme_id, cohort_id FROM public.session;


--
-- Name: attendance attendance_counts_its_steps; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attendance_counts_its_steps BEFORE UPDATE OF status, minutes, mode, reason ON public.attendance FOR EACH ROW WHEN (((((old.status IS DISTINCT FROM new.status) OR (old.minutes IS DISTINCT FROM new.minutes)) OR (old.mode IS DISTINCT FROM new.mode)) OR (old.reason IS DISTINCT FROM new.reason))) EXECUTE FUNCTION public.attendance_counts_its_steps();


--
-- Name: attendance attendance_keeps_its_corrections; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attendance_keeps_its_corrections AFTER UPDATE OF status, minutes, mode, reason ON public.attendance FOR EACH ROW WHEN (((((old.status IS DISTINCT FROM new.status) OR (old.minutes IS DISTINCT FROM new.minutes)) OR (old.mode IS DISTINCT FROM new.mode)) OR (old.reason IS DISTINCT FROM new.reason))) EXECUTE FUNCTION public.attendance_keeps_its_corrections();


--
-- Name: enrolment enrolment_changes_by_steps; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER enrolment_changes_by_steps BEFORE UPDATE ON public.enrolment FOR EACH ROW WHEN (((old.status = new.status) AND (((((old.effective_on IS DISTINCT FROM new.effective_on) OR (old.reason IS DISTINCT FROM new.reason)) OR (old.note IS DISTINCT FROM new.note)) OR (old.is_correction IS DISTINCT FROM new.is_correction)) OR (old.enrolled_during IS DISTINCT FROM new.enrolled_during)))) EXECUTE FUNCTION public.enrolment_changes_by_steps();


--
-- Name: enrolment enrolment_counts_its_steps; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER enrolment_counts_its_steps BEFORE UPDATE OF status ON public.enrolment FOR EACH ROW WHEN ((old.status <> new.status)) EXECUTE FUNCTION public.enrolment_counts_its_steps();


--
-- Name: enrolment enrolments_keep_their_beginnings; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER enrolments_keep_their_beginnings AFTER INSERT ON public.enrolment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.enrolments_keep_their_beginnings();


--
-- Name: enrolment enrolments_keep_their_history; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER enrolments_keep_their_history AFTER UPDATE ON public.enrolment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.enrolments_keep_their_history();


--
-- Name: observation observation_counts_its_steps; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER observation_counts_its_steps BEFORE UPDATE OF observed_on, value, missing, sent_at, replied_at, kind, evidence ON public.observation FOR EACH ROW WHEN ((((((((old.observed_on IS DISTINCT FROM new.observed_on) OR (old.value IS DISTINCT FROM new.value)) OR (old.missing IS DISTINCT FROM new.missing)) OR (old.sent_at IS DISTINCT FROM new.sent_at)) OR (old.replied_at IS DISTINCT FROM new.replied_at)) OR (old.kind IS DISTINCT FROM new.kind)) OR (old.evidence IS DISTINCT FROM new.evidence))) EXECUTE FUNCTION public.observation_counts_its_steps();


--
-- Name: observation observation_keeps_its_corrections; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER observation_keeps_its_corrections AFTER UPDATE OF observed_on, value, missing, sent_at, replied_at, kind, evidence ON public.observation FOR EACH ROW WHEN ((((((((old.observed_on IS DISTINCT FROM new.observed_on) OR (old.value IS DISTINCT FROM new.value)) OR (old.missing IS DISTINCT FROM new.missing)) OR (old.sent_at IS DISTINCT FROM new.sent_at)) OR (old.replied_at IS DISTINCT FROM new.replied_at)) OR (old.kind IS DISTINCT FROM new.kind)) OR (old.evidence IS DISTINCT FROM new.evidence))) EXECUTE FUNCTION public.observation_keeps_its_corrections();


--
-- Name: provider observations_follow_their_provider; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER observations_follow_their_provider AFTER UPDATE OF office_id ON public.provider FOR EACH ROW WHEN ((old.office_id <> new.office_id)) EXECUTE FUNCTION public.observations_follow_their_provider();


--
-- Name: participant_merge participant_merge_is_carried_out; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER participant_merge_is_carried_out AFTER INSERT ON public.participant_merge FOR EACH ROW EXECUTE FUNCTION public.participant_merge_is_carried_out();


--
-- Name: participant_transfer participant_transfer_is_carried_out; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER participant_transfer_is_carried_out AFTER INSERT ON public.participant_transfer FOR EACH ROW EXECUTE FUNCTION public.participant_transfer_is_carried_out();


--
-- Name: support support_counts_its_steps; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER support_counts_its_steps BEFORE UPDATE OF minutes, framework, competence, autonomy, outcome, next_action, due_on, done_on, is_cancelled ON public.support FOR EACH ROW EXECUTE FUNCTION public.support_counts_its_steps();


--
-- Name: support support_follows_the_enrolment; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER support_follows_the_enrolment BEFORE INSERT ON public.support FOR EACH ROW EXECUTE FUNCTION public.support_follows_the_enrolment();


--
-- Name: support support_keeps_its_corrections; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER support_keeps_its_corrections AFTER UPDATE OF minutes, framework, competence, autonomy, outcome, next_action, due_on, done_on, is_cancelled ON public.support FOR EACH ROW EXECUTE FUNCTION public.support_keeps_its_corrections();


--
-- Name: temporary_access temporary_access_names_the_owner; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER temporary_access_names_the_owner BEFORE INSERT ON public.temporary_access FOR EACH ROW EXECUTE FUNCTION public.temporary_access_names_the_owner();


--
-- Name: temporary_access access_is_asked_of_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.temporary_access
    ADD CONSTRAINT access_is_asked_of_an_office FOREIGN KEY (programme_id, owner_office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: temporary_access access_is_asked_with_a_pass; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.temporary_access
    ADD CONSTRAINT access_is_asked_with_a_pass FOREIGN KEY (programme_id, pass_id) REFERENCES public.pass(programme_id, pass_id);


--
-- Name: temporary_access access_is_of_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.temporary_access
    ADD CONSTRAINT access_is_of_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: temporary_access access_is_to_a_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.temporary_access
    ADD CONSTRAINT access_is_to_a_person FOREIGN KEY (programme_id, participant_id) REFERENCES public.participant(programme_id, participant_id);


--
-- Name: anonymous_answer anonymous_answer_is_of_a_cohort; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.anonymous_answer
    ADD CONSTRAINT anonymous_answer_is_of_a_cohort FOREIGN KEY (programme_id, cohort_id) REFERENCES public.cohort(programme_id, cohort_id);


--
-- Name: anonymous_answer anonymous_answer_is_of_an_instrument; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.anonymous_answer
    ADD CONSTRAINT anonymous_answer_is_of_an_instrument FOREIGN KEY (programme_id, instrument_id) REFERENCES public.instrument(programme_id, instrument_id);


--
-- Name: assessment assessment_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: assessment assessment_is_of_an_enrolment; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_is_of_an_enrolment FOREIGN KEY (programme_id, cohort_id, enrolment_id) REFERENCES public.enrolment(programme_id, cohort_id, enrolment_id);


--
-- Name: assessment assessment_is_of_an_instrument; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_is_of_an_instrument FOREIGN KEY (programme_id, instrument_id) REFERENCES public.instrument(programme_id, instrument_id);


--
-- Name: attendance attendance_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT attendance_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: attendance attendance_is_of_a_session; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT attendance_is_of_a_session FOREIGN KEY (programme_id, cohort_id, session_id, planned_minutes) REFERENCES public.session(programme_id, cohort_id, session_id, planned_minutes);


--
-- Name: attendance attendance_is_of_an_enrolment; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT attendance_is_of_an_enrolment FOREIGN KEY (programme_id, cohort_id, enrolment_id) REFERENCES public.enrolment(programme_id, cohort_id, enrolment_id);


--
-- Name: session_cancellation cancellation_is_of_a_session; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session_cancellation
    ADD CONSTRAINT cancellation_is_of_a_session FOREIGN KEY (programme_id, session_id) REFERENCES public.session(programme_id, session_id);


--
-- Name: framework_ceiling ceiling_is_of_a_framework; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.framework_ceiling
    ADD CONSTRAINT ceiling_is_of_a_framework FOREIGN KEY (framework) REFERENCES public.framework(code);


--
-- Name: session_change change_is_of_a_session; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session_change
    ADD CONSTRAINT change_is_of_a_session FOREIGN KEY (programme_id, session_id) REFERENCES public.session(programme_id, session_id);


--
-- Name: cohort cohort_is_assessed_by_an_instrument; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cohort
    ADD CONSTRAINT cohort_is_assessed_by_an_instrument FOREIGN KEY (programme_id, instrument_id) REFERENCES public.instrument(programme_id, instrument_id);


--
-- Name: cohort cohort_is_of_a_programme; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cohort
    ADD CONSTRAINT cohort_is_of_a_programme FOREIGN KEY (programme_id) REFERENCES public.programme(id);


--
-- Name: cohort_window cohort_window_is_of_a_cohort; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cohort_window
    ADD CONSTRAINT cohort_window_is_of_a_cohort FOREIGN KEY (programme_id, cohort_id) REFERENCES public.cohort(programme_id, cohort_id);


--
-- Name: commune commune_is_in_the_area_of_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commune
    ADD CONSTRAINT commune_is_in_the_area_of_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: competence competence_is_of_a_framework; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.competence
    ADD CONSTRAINT competence_is_of_a_framework FOREIGN KEY (framework) REFERENCES public.framework(code);


--
-- Name: support_correction correction_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_correction
    ADD CONSTRAINT correction_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: support_correction correction_is_made_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_correction
    ADD CONSTRAINT correction_is_made_by_an_office FOREIGN KEY (programme_id, by_office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: support_correction correction_is_of_a_support; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_correction
    ADD CONSTRAINT correction_is_of_a_support FOREIGN KEY (programme_id, support_id) REFERENCES public.support(programme_id, support_id);


--
-- Name: attendance_correction correction_is_of_an_attendance; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_correction
    ADD CONSTRAINT correction_is_of_an_attendance FOREIGN KEY (programme_id, session_id, enrolment_id) REFERENCES public.attendance(programme_id, session_id, enrolment_id);


--
-- Name: criterion criterion_is_on_a_known_theme; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.criterion
    ADD CONSTRAINT criterion_is_on_a_known_theme FOREIGN KEY (theme) REFERENCES public.theme(code);


--
-- Name: enrolment enrolment_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT enrolment_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: enrolment enrolment_is_in_a_cohort; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT enrolment_is_in_a_cohort FOREIGN KEY (programme_id, cohort_id) REFERENCES public.cohort(programme_id, cohort_id);


--
-- Name: enrolment enrolment_is_of_a_participant; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT enrolment_is_of_a_participant FOREIGN KEY (programme_id, participant_id) REFERENCES public.participant(programme_id, participant_id);


--
-- Name: enrolment_history enrolment_moves_along_its_lifecycle; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment_history
    ADD CONSTRAINT enrolment_moves_along_its_lifecycle FOREIGN KEY (from_status, to_status, is_correction) REFERENCES public.enrolment_transition(from_status, to_status, is_correction);


--
-- Name: evaluation evaluation_is_of_a_cohort; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evaluation
    ADD CONSTRAINT evaluation_is_of_a_cohort FOREIGN KEY (programme_id, cohort_id) REFERENCES public.cohort(programme_id, cohort_id);


--
-- Name: final_evaluation final_evaluation_is_stored; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.final_evaluation
    ADD CONSTRAINT final_evaluation_is_stored FOREIGN KEY (programme_id, cohort_id, evaluation_number) REFERENCES public.evaluation(programme_id, cohort_id, number);


--
-- Name: enrolment_history history_is_of_an_enrolment; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment_history
    ADD CONSTRAINT history_is_of_an_enrolment FOREIGN KEY (programme_id, enrolment_id) REFERENCES public.enrolment(programme_id, enrolment_id);


--
-- Name: instrument instrument_is_of_a_programme; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.instrument
    ADD CONSTRAINT instrument_is_of_a_programme FOREIGN KEY (programme_id) REFERENCES public.programme(id);


--
-- Name: instrument instrument_is_on_a_framework; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.instrument
    ADD CONSTRAINT instrument_is_on_a_framework FOREIGN KEY (framework) REFERENCES public.framework(code);


--
-- Name: item item_is_of_an_instrument; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_is_of_an_instrument FOREIGN KEY (programme_id, instrument_id) REFERENCES public.instrument(programme_id, instrument_id);


--
-- Name: item item_is_on_a_competence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_is_on_a_competence FOREIGN KEY (framework, competence) REFERENCES public.competence(framework, code);


--
-- Name: item_mapping mapping_is_from_an_item; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item_mapping
    ADD CONSTRAINT mapping_is_from_an_item FOREIGN KEY (programme_id, from_instrument_id, from_position) REFERENCES public.item(programme_id, instrument_id, "position");


--
-- Name: item_mapping mapping_is_to_an_item; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item_mapping
    ADD CONSTRAINT mapping_is_to_an_item FOREIGN KEY (programme_id, to_instrument_id, to_position) REFERENCES public.item(programme_id, instrument_id, "position");


--
-- Name: participant_merge merge_is_of_a_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant_merge
    ADD CONSTRAINT merge_is_of_a_person FOREIGN KEY (programme_id, gone_id) REFERENCES public.participant(programme_id, participant_id);


--
-- Name: participant_merge merge_keeps_a_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant_merge
    ADD CONSTRAINT merge_keeps_a_person FOREIGN KEY (programme_id, kept_id) REFERENCES public.participant(programme_id, participant_id);


--
-- Name: participant_merge merge_undoes_a_merge; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant_merge
    ADD CONSTRAINT merge_undoes_a_merge FOREIGN KEY (programme_id, undoes) REFERENCES public.participant_merge(programme_id, merge_id);


--
-- Name: missing_assessment missing_assessment_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.missing_assessment
    ADD CONSTRAINT missing_assessment_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: missing_assessment missing_assessment_is_of_an_enrolment; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.missing_assessment
    ADD CONSTRAINT missing_assessment_is_of_an_enrolment FOREIGN KEY (programme_id, cohort_id, enrolment_id) REFERENCES public.enrolment(programme_id, cohort_id, enrolment_id);


--
-- Name: network_naming naming_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.network_naming
    ADD CONSTRAINT naming_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: network_naming naming_is_of_an_answer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.network_naming
    ADD CONSTRAINT naming_is_of_an_answer FOREIGN KEY (programme_id, enrolment_id, wave, question) REFERENCES public.network_answer(programme_id, enrolment_id, wave, question);


--
-- Name: network_naming naming_is_of_somebody_in_the_cohort; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.network_naming
    ADD CONSTRAINT naming_is_of_somebody_in_the_cohort FOREIGN KEY (programme_id, cohort_id, other_enrolment_id) REFERENCES public.enrolment(programme_id, cohort_id, enrolment_id);


--
-- Name: network_answer network_answer_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.network_answer
    ADD CONSTRAINT network_answer_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: network_answer network_answer_is_of_an_enrolment; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.network_answer
    ADD CONSTRAINT network_answer_is_of_an_enrolment FOREIGN KEY (programme_id, cohort_id, enrolment_id) REFERENCES public.enrolment(programme_id, cohort_id, enrolment_id);


--
-- Name: observation_correction observation_correction_is_of_one; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.observation_correction
    ADD CONSTRAINT observation_correction_is_of_one FOREIGN KEY (programme_id, observation_id) REFERENCES public.observation(programme_id, observation_id);


--
-- Name: observation observation_fits_its_criterion; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT observation_fits_its_criterion FOREIGN KEY (grid, criterion, unit, is_mail) REFERENCES public.criterion(grid, code, unit, is_mail);


--
-- Name: observation observation_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT observation_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: observation observation_is_of_a_cohort; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT observation_is_of_a_cohort FOREIGN KEY (programme_id, cohort_id) REFERENCES public.cohort(programme_id, cohort_id);


--
-- Name: observation observation_is_of_a_commune; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT observation_is_of_a_commune FOREIGN KEY (programme_id, insee) REFERENCES public.commune(programme_id, insee);


--
-- Name: observation observation_is_of_a_provider; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT observation_is_of_a_provider FOREIGN KEY (programme_id, provider_id) REFERENCES public.provider(programme_id, provider_id);


--
-- Name: office office_is_of_a_programme; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_is_of_a_programme FOREIGN KEY (programme_id) REFERENCES public.programme(id);


--
-- Name: enrolment_origin origin_is_a_provider; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment_origin
    ADD CONSTRAINT origin_is_a_provider FOREIGN KEY (programme_id, provider_id) REFERENCES public.provider(programme_id, provider_id);


--
-- Name: enrolment_origin origin_is_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment_origin
    ADD CONSTRAINT origin_is_an_office FOREIGN KEY (programme_id, sent_by_office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: enrolment_origin origin_is_of_an_enrolment; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment_origin
    ADD CONSTRAINT origin_is_of_an_enrolment FOREIGN KEY (programme_id, enrolment_id) REFERENCES public.enrolment(programme_id, enrolment_id);


--
-- Name: participant participant_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT participant_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: participant participant_is_merged_into_a_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT participant_is_merged_into_a_person FOREIGN KEY (programme_id, merged_into) REFERENCES public.participant(programme_id, participant_id);


--
-- Name: participant participant_is_sent_by_a_provider; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT participant_is_sent_by_a_provider FOREIGN KEY (programme_id, provider_id) REFERENCES public.provider(programme_id, provider_id);


--
-- Name: pass pass_is_of_a_programme; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pass
    ADD CONSTRAINT pass_is_of_a_programme FOREIGN KEY (programme_id) REFERENCES public.programme(id);


--
-- Name: pass pass_is_of_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pass
    ADD CONSTRAINT pass_is_of_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: pass pass_replaces_a_pass; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pass
    ADD CONSTRAINT pass_replaces_a_pass FOREIGN KEY (programme_id, replaces) REFERENCES public.pass(programme_id, pass_id);


--
-- Name: provider provider_has_a_known_category; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_has_a_known_category FOREIGN KEY (category) REFERENCES public.category(code);


--
-- Name: provider provider_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: provider provider_is_in_a_known_commune; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_is_in_a_known_commune FOREIGN KEY (programme_id, insee) REFERENCES public.commune(programme_id, insee);


--
-- Name: publication publication_is_of_an_evaluation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_is_of_an_evaluation FOREIGN KEY (programme_id, cohort_id, evaluation_number) REFERENCES public.evaluation(programme_id, cohort_id, number);


--
-- Name: cohort_quota quota_is_for_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cohort_quota
    ADD CONSTRAINT quota_is_for_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: cohort_quota quota_is_of_a_cohort; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cohort_quota
    ADD CONSTRAINT quota_is_of_a_cohort FOREIGN KEY (programme_id, cohort_id) REFERENCES public.cohort(programme_id, cohort_id);


--
-- Name: read_batch read_batch_is_of_a_programme; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.read_batch
    ADD CONSTRAINT read_batch_is_of_a_programme FOREIGN KEY (programme_id) REFERENCES public.programme(id);


--
-- Name: reminder reminder_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT reminder_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: reminder reminder_is_of_an_enrolment; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT reminder_is_of_an_enrolment FOREIGN KEY (programme_id, cohort_id, enrolment_id) REFERENCES public.enrolment(programme_id, cohort_id, enrolment_id);


--
-- Name: request_key request_key_is_of_a_pass; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.request_key
    ADD CONSTRAINT request_key_is_of_a_pass FOREIGN KEY (programme_id, pass_id) REFERENCES public.pass(programme_id, pass_id);


--
-- Name: request_key request_key_is_of_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.request_key
    ADD CONSTRAINT request_key_is_of_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: network_retraction retraction_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.network_retraction
    ADD CONSTRAINT retraction_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: network_retraction retraction_is_of_a_naming; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.network_retraction
    ADD CONSTRAINT retraction_is_of_a_naming FOREIGN KEY (programme_id, enrolment_id, wave, question, other_enrolment_id) REFERENCES public.network_naming(programme_id, enrolment_id, wave, question, other_enrolment_id);


--
-- Name: session session_is_of_a_cohort; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_is_of_a_cohort FOREIGN KEY (programme_id, cohort_id) REFERENCES public.cohort(programme_id, cohort_id);


--
-- Name: skill skill_is_of_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.skill
    ADD CONSTRAINT skill_is_of_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: skill skill_is_on_a_known_theme; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.skill
    ADD CONSTRAINT skill_is_on_a_known_theme FOREIGN KEY (theme) REFERENCES public.theme(code);


--
-- Name: support support_is_followed_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support
    ADD CONSTRAINT support_is_followed_by_an_office FOREIGN KEY (programme_id, office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: support support_is_given_by_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support
    ADD CONSTRAINT support_is_given_by_an_office FOREIGN KEY (programme_id, by_office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: support support_is_of_an_enrolment; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support
    ADD CONSTRAINT support_is_of_an_enrolment FOREIGN KEY (programme_id, cohort_id, enrolment_id) REFERENCES public.enrolment(programme_id, cohort_id, enrolment_id);


--
-- Name: support support_is_on_a_known_competence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support
    ADD CONSTRAINT support_is_on_a_known_competence FOREIGN KEY (framework, competence) REFERENCES public.competence(framework, code);


--
-- Name: support support_is_on_a_known_theme; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support
    ADD CONSTRAINT support_is_on_a_known_theme FOREIGN KEY (theme_code) REFERENCES public.theme(code);


--
-- Name: participant_transfer transfer_goes_to_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant_transfer
    ADD CONSTRAINT transfer_goes_to_an_office FOREIGN KEY (programme_id, to_office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: participant_transfer transfer_is_of_a_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant_transfer
    ADD CONSTRAINT transfer_is_of_a_person FOREIGN KEY (programme_id, participant_id) REFERENCES public.participant(programme_id, participant_id);


--
-- Name: participant_transfer transfer_leaves_an_office; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant_transfer
    ADD CONSTRAINT transfer_leaves_an_office FOREIGN KEY (programme_id, from_office_id) REFERENCES public.office(programme_id, office_id);


--
-- Name: written_evaluation written_evaluation_is_stored; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.written_evaluation
    ADD CONSTRAINT written_evaluation_is_stored FOREIGN KEY (programme_id, cohort_id, evaluation_number) REFERENCES public.evaluation(programme_id, cohort_id, number);


--
-- Name: programme admin_adds_programmes; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_programmes ON public.programme FOR INSERT TO cohorte_admin WITH CHECK (true);


--
-- Name: anonymous_answer admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.anonymous_answer FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: assessment admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.assessment FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: attendance admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.attendance FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: attendance_correction admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.attendance_correction FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: cohort admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.cohort FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: cohort_quota admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.cohort_quota FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: cohort_window admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.cohort_window FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: commune admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.commune FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: enrolment admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.enrolment FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: enrolment_history admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.enrolment_history FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: enrolment_origin admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.enrolment_origin FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: evaluation admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.evaluation FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: final_evaluation admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.final_evaluation FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: instrument admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.instrument FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: item admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.item FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: item_mapping admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.item_mapping FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: missing_assessment admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.missing_assessment FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: network_answer admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.network_answer FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: network_naming admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.network_naming FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: network_retraction admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.network_retraction FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: observation admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.observation FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: observation_correction admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.observation_correction FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: office admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.office FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: participant admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.participant FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: participant_merge admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.participant_merge FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: participant_transfer admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.participant_transfer FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: pass admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.pass FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: provider admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.provider FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: publication admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.publication FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: reminder admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.reminder FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: session admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.session FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: session_cancellation admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.session_cancellation FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: session_change admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.session_change FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: skill admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.skill FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: support admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.support FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: support_correction admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.support_correction FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: written_evaluation admin_adds_to_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_adds_to_its_programme ON public.written_evaluation FOR INSERT TO cohorte_admin WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: attendance admin_changes_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_changes_its_programme ON public.attendance FOR UPDATE TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: cohort admin_changes_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_changes_its_programme ON public.cohort FOR UPDATE TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: cohort_window admin_changes_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_changes_its_programme ON public.cohort_window FOR UPDATE TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: enrolment admin_changes_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_changes_its_programme ON public.enrolment FOR UPDATE TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: observation admin_changes_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_changes_its_programme ON public.observation FOR UPDATE TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: participant admin_changes_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_changes_its_programme ON public.participant FOR UPDATE TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: pass admin_changes_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_changes_its_programme ON public.pass FOR UPDATE TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: session admin_changes_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_changes_its_programme ON public.session FOR UPDATE TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: support admin_changes_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_changes_its_programme ON public.support FOR UPDATE TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: anonymous_answer admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.anonymous_answer FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: assessment admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.assessment FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: attendance admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.attendance FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: attendance_correction admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.attendance_correction FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: cohort admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.cohort FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: cohort_quota admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.cohort_quota FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: cohort_window admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.cohort_window FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: commune admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.commune FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: enrolment admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.enrolment FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: enrolment_history admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.enrolment_history FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: enrolment_origin admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.enrolment_origin FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: evaluation admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.evaluation FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: final_evaluation admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.final_evaluation FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: instrument admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.instrument FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: item admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.item FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: item_mapping admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.item_mapping FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: missing_assessment admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.missing_assessment FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: network_answer admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.network_answer FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: network_naming admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.network_naming FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: network_retraction admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.network_retraction FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: observation admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.observation FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: observation_correction admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.observation_correction FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: office admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.office FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: participant admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.participant FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: participant_merge admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.participant_merge FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: participant_transfer admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.participant_transfer FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: pass admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.pass FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: provider admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.provider FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: publication admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.publication FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: read_batch admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.read_batch FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: reminder admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.reminder FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: request_key admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.request_key FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: session admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.session FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: session_cancellation admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.session_cancellation FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: session_change admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.session_change FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: skill admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.skill FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: support admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.support FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: support_correction admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.support_correction FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: temporary_access admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.temporary_access FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: written_evaluation admin_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_its_programme ON public.written_evaluation FOR SELECT TO cohorte_admin USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: programme admin_sees_programmes; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY admin_sees_programmes ON public.programme FOR SELECT TO cohorte_admin USING (true);


--
-- Name: anonymous_answer; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.anonymous_answer ENABLE ROW LEVEL SECURITY;

--
-- Name: assessment; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.assessment ENABLE ROW LEVEL SECURITY;

--
-- Name: attendance; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.attendance ENABLE ROW LEVEL SECURITY;

--
-- Name: attendance_correction; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.attendance_correction ENABLE ROW LEVEL SECURITY;

--
-- Name: cohort; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cohort ENABLE ROW LEVEL SECURITY;

--
-- Name: cohort_quota; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cohort_quota ENABLE ROW LEVEL SECURITY;

--
-- Name: cohort_window; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cohort_window ENABLE ROW LEVEL SECURITY;

--
-- Name: commune; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.commune ENABLE ROW LEVEL SECURITY;

--
-- Name: read_batch door_adds_to_the_log; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY door_adds_to_the_log ON public.read_batch FOR INSERT TO cohorte_door WITH CHECK ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: pass door_notes_the_use_of_the_pass_shown; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY door_notes_the_use_of_the_pass_shown ON public.pass FOR UPDATE TO cohorte_door USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (pass_id = ( SELECT (NULLIF(current_setting('cohorte.pass'::text, true), ''::text))::uuid AS "nullif")))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (pass_id = ( SELECT (NULLIF(current_setting('cohorte.pass'::text, true), ''::text))::uuid AS "nullif"))));


--
-- Name: read_batch door_sees_the_head_of_the_log; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY door_sees_the_head_of_the_log ON public.read_batch FOR SELECT TO cohorte_door USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: pass door_sees_the_pass_shown; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY door_sees_the_pass_shown ON public.pass FOR SELECT TO cohorte_door USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (pass_id = ( SELECT (NULLIF(current_setting('cohorte.pass'::text, true), ''::text))::uuid AS "nullif"))));


--
-- Name: enrolment; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.enrolment ENABLE ROW LEVEL SECURITY;

--
-- Name: enrolment_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.enrolment_history ENABLE ROW LEVEL SECURITY;

--
-- Name: enrolment_origin; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.enrolment_origin ENABLE ROW LEVEL SECURITY;

--
-- Name: evaluation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.evaluation ENABLE ROW LEVEL SECURITY;

--
-- Name: final_evaluation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.final_evaluation ENABLE ROW LEVEL SECURITY;

--
-- Name: temporary_access guest_sees_its_accesses; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_its_accesses ON public.temporary_access FOR SELECT TO cohorte_guest USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (office_id = ( SELECT (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")) AND (participant_id = ( SELECT (NULLIF(current_setting('cohorte.participant'::text, true), ''::text))::uuid AS "nullif"))));


--
-- Name: cohort guest_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_its_programme ON public.cohort FOR SELECT TO cohorte_guest USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: commune guest_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_its_programme ON public.commune FOR SELECT TO cohorte_guest USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: instrument guest_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_its_programme ON public.instrument FOR SELECT TO cohorte_guest USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: item guest_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_its_programme ON public.item FOR SELECT TO cohorte_guest USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: office guest_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_its_programme ON public.office FOR SELECT TO cohorte_guest USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: programme guest_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_its_programme ON public.programme FOR SELECT TO cohorte_guest USING ((id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: session guest_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_its_programme ON public.session FOR SELECT TO cohorte_guest USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: enrolment guest_sees_the_person; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_the_person ON public.enrolment FOR SELECT TO cohorte_guest USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (participant_id = ( SELECT t.participant_id
   FROM public.temporary_access t
  WHERE ((t.programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (t.expires_at > now()))
 LIMIT 1))));


--
-- Name: participant guest_sees_the_person; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_the_person ON public.participant FOR SELECT TO cohorte_guest USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (participant_id = ( SELECT t.participant_id
   FROM public.temporary_access t
  WHERE ((t.programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (t.expires_at > now()))
 LIMIT 1))));


--
-- Name: assessment guest_sees_the_persons_facts; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_the_persons_facts ON public.assessment FOR SELECT TO cohorte_guest USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (enrolment_id IN ( SELECT e.enrolment_id
   FROM public.enrolment e))));


--
-- Name: attendance guest_sees_the_persons_facts; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_the_persons_facts ON public.attendance FOR SELECT TO cohorte_guest USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (enrolment_id IN ( SELECT e.enrolment_id
   FROM public.enrolment e))));


--
-- Name: enrolment_history guest_sees_the_persons_facts; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_the_persons_facts ON public.enrolment_history FOR SELECT TO cohorte_guest USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (enrolment_id IN ( SELECT e.enrolment_id
   FROM public.enrolment e))));


--
-- Name: provider guest_sees_the_persons_provider; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY guest_sees_the_persons_provider ON public.provider FOR SELECT TO cohorte_guest USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (provider_id = ( SELECT a.provider_id
   FROM public.participant a
 LIMIT 1))));


--
-- Name: instrument; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.instrument ENABLE ROW LEVEL SECURITY;

--
-- Name: item; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.item ENABLE ROW LEVEL SECURITY;

--
-- Name: item_mapping; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.item_mapping ENABLE ROW LEVEL SECURITY;

--
-- Name: missing_assessment; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.missing_assessment ENABLE ROW LEVEL SECURITY;

--
-- Name: network_answer; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.network_answer ENABLE ROW LEVEL SECURITY;

--
-- Name: network_naming; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.network_naming ENABLE ROW LEVEL SECURITY;

--
-- Name: network_retraction; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.network_retraction ENABLE ROW LEVEL SECURITY;

--
-- Name: observation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.observation ENABLE ROW LEVEL SECURITY;

--
-- Name: observation_correction; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.observation_correction ENABLE ROW LEVEL SECURITY;

--
-- Name: office; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.office ENABLE ROW LEVEL SECURITY;

--
-- Name: participant; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.participant ENABLE ROW LEVEL SECURITY;

--
-- Name: participant_merge; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.participant_merge ENABLE ROW LEVEL SECURITY;

--
-- Name: participant_transfer; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.participant_transfer ENABLE ROW LEVEL SECURITY;

--
-- Name: pass; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.pass ENABLE ROW LEVEL SECURITY;

--
-- Name: programme; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.programme ENABLE ROW LEVEL SECURITY;

--
-- Name: provider; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provider ENABLE ROW LEVEL SECURITY;

--
-- Name: publication; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.publication ENABLE ROW LEVEL SECURITY;

--
-- Name: read_batch; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.read_batch ENABLE ROW LEVEL SECURITY;

--
-- Name: request_key relay_adds_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_adds_its_own ON public.request_key FOR INSERT TO cohorte_relay WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (office_id = ( SELECT (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif"))));


--
-- Name: temporary_access relay_adds_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_adds_its_own ON public.temporary_access FOR INSERT TO cohorte_relay WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (office_id = ( SELECT (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif"))));


--
-- Name: support relay_corrects_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_corrects_its_own ON public.support FOR UPDATE TO cohorte_relay USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (office_id = ( SELECT (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (office_id = ( SELECT (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif"))));


--
-- Name: support relay_helps_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_helps_its_own ON public.support FOR INSERT TO cohorte_relay WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (office_id = ( SELECT (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")) AND (by_office_id = ( SELECT (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif"))));


--
-- Name: assessment relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.assessment FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: attendance relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.attendance FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: attendance_correction relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.attendance_correction FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: cohort_quota relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.cohort_quota FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: enrolment relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.enrolment FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: enrolment_history relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.enrolment_history FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: missing_assessment relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.missing_assessment FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: observation relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.observation FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: observation_correction relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.observation_correction FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: participant relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.participant FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: provider relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.provider FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: publication relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.publication FOR SELECT TO cohorte_relay USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (reader = ( SELECT ('relay='::text || o.code)
   FROM public.office o
  WHERE ((o.programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (o.office_id = ( SELECT (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")))))));


--
-- Name: reminder relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.reminder FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: request_key relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.request_key FOR SELECT TO cohorte_relay USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (office_id = ( SELECT (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif"))));


--
-- Name: support relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.support FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: support_correction relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.support_correction FOR SELECT TO cohorte_relay USING (((programme_id, office_id) = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif",
    (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: temporary_access relay_sees_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_own ON public.temporary_access FOR SELECT TO cohorte_relay USING (((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")) AND (((( SELECT (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif") = office_id) OR (( SELECT (NULLIF(current_setting('cohorte.office'::text, true), ''::text))::uuid AS "nullif") = owner_office_id)) OR (participant_id IN ( SELECT a.participant_id
   FROM public.participant a)))));


--
-- Name: cohort relay_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_programme ON public.cohort FOR SELECT TO cohorte_relay USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: commune relay_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_programme ON public.commune FOR SELECT TO cohorte_relay USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: instrument relay_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_programme ON public.instrument FOR SELECT TO cohorte_relay USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: item relay_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_programme ON public.item FOR SELECT TO cohorte_relay USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: office relay_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_programme ON public.office FOR SELECT TO cohorte_relay USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: programme relay_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_programme ON public.programme FOR SELECT TO cohorte_relay USING ((id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: session relay_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_programme ON public.session FOR SELECT TO cohorte_relay USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: session_cancellation relay_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_programme ON public.session_cancellation FOR SELECT TO cohorte_relay USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: session_change relay_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_programme ON public.session_change FOR SELECT TO cohorte_relay USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: skill relay_sees_its_programme; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY relay_sees_its_programme ON public.skill FOR SELECT TO cohorte_relay USING ((programme_id = ( SELECT (NULLIF(current_setting('cohorte.programme'::text, true), ''::text))::uuid AS "nullif")));


--
-- Name: reminder; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reminder ENABLE ROW LEVEL SECURITY;

--
-- Name: request_key; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.request_key ENABLE ROW LEVEL SECURITY;

--
-- Name: session; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.session ENABLE ROW LEVEL SECURITY;

--
-- Name: session_cancellation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.session_cancellation ENABLE ROW LEVEL SECURITY;

--
-- Name: session_change; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.session_change ENABLE ROW LEVEL SECURITY;

--
-- Name: skill; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.skill ENABLE ROW LEVEL SECURITY;

--
-- Name: support; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.support ENABLE ROW LEVEL SECURITY;

--
-- Name: support_correction; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.support_correction ENABLE ROW LEVEL SECURITY;

--
-- Name: temporary_access; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.temporary_access ENABLE ROW LEVEL SECURITY;

--
-- Name: written_evaluation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.written_evaluation ENABLE ROW LEVEL SECURITY;

--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA public TO cohorte_admin;
GRANT USAGE ON SCHEMA public TO cohorte_relay;
GRANT USAGE ON SCHEMA public TO cohorte_guest;
GRANT USAGE ON SCHEMA public TO cohorte_door;


--
-- Name: TABLE anonymous_answer; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.anonymous_answer TO cohorte_admin;


--
-- Name: TABLE assessment; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.assessment TO cohorte_admin;
GRANT SELECT ON TABLE public.assessment TO cohorte_guest;
GRANT SELECT ON TABLE public.assessment TO cohorte_relay;


--
-- Name: TABLE item; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.item TO cohorte_admin;
GRANT SELECT ON TABLE public.item TO cohorte_guest;
GRANT SELECT ON TABLE public.item TO cohorte_relay;


--
-- Name: TABLE answer; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.answer TO cohorte_admin;
GRANT SELECT ON TABLE public.answer TO cohorte_guest;
GRANT SELECT ON TABLE public.answer TO cohorte_relay;


--
-- Name: TABLE attendance; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.attendance TO cohorte_admin;
GRANT SELECT ON TABLE public.attendance TO cohorte_guest;
GRANT SELECT ON TABLE public.attendance TO cohorte_relay;


--
-- Name: COLUMN attendance.status; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(status) ON TABLE public.attendance TO cohorte_admin;


--
-- Name: COLUMN attendance.minutes; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(minutes) ON TABLE public.attendance TO cohorte_admin;


--
-- Name: COLUMN attendance.mode; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(mode) ON TABLE public.attendance TO cohorte_admin;


--
-- Name: COLUMN attendance.reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reason) ON TABLE public.attendance TO cohorte_admin;


--
-- Name: TABLE attendance_correction; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.attendance_correction TO cohorte_admin;
GRANT SELECT ON TABLE public.attendance_correction TO cohorte_relay;


--
-- Name: TABLE category; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.category TO cohorte_admin;
GRANT SELECT ON TABLE public.category TO cohorte_guest;
GRANT SELECT ON TABLE public.category TO cohorte_relay;


--
-- Name: TABLE cohort; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.cohort TO cohorte_admin;
GRANT SELECT ON TABLE public.cohort TO cohorte_guest;
GRANT SELECT ON TABLE public.cohort TO cohorte_relay;


--
-- Name: COLUMN cohort.status; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(status) ON TABLE public.cohort TO cohorte_admin;


--
-- Name: COLUMN cohort.instrument_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(instrument_id) ON TABLE public.cohort TO cohorte_admin;


--
-- Name: TABLE cohort_quota; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.cohort_quota TO cohorte_admin;
GRANT SELECT ON TABLE public.cohort_quota TO cohorte_relay;


--
-- Name: TABLE cohort_window; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.cohort_window TO cohorte_admin;


--
-- Name: COLUMN cohort_window.opens_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(opens_on) ON TABLE public.cohort_window TO cohorte_admin;


--
-- Name: COLUMN cohort_window.closes_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(closes_on) ON TABLE public.cohort_window TO cohorte_admin;


--
-- Name: TABLE commune; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.commune TO cohorte_admin;
GRANT SELECT ON TABLE public.commune TO cohorte_guest;
GRANT SELECT ON TABLE public.commune TO cohorte_relay;


--
-- Name: TABLE competence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.competence TO cohorte_admin;
GRANT SELECT ON TABLE public.competence TO cohorte_guest;
GRANT SELECT ON TABLE public.competence TO cohorte_relay;


--
-- Name: TABLE criterion; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.criterion TO cohorte_admin;
GRANT SELECT ON TABLE public.criterion TO cohorte_relay;


--
-- Name: TABLE enrolment; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.enrolment TO cohorte_admin;
GRANT SELECT ON TABLE public.enrolment TO cohorte_guest;
GRANT SELECT ON TABLE public.enrolment TO cohorte_relay;


--
-- Name: COLUMN enrolment.status; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(status) ON TABLE public.enrolment TO cohorte_admin;


--
-- Name: COLUMN enrolment.effective_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(effective_on) ON TABLE public.enrolment TO cohorte_admin;


--
-- Name: COLUMN enrolment.is_correction; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(is_correction) ON TABLE public.enrolment TO cohorte_admin;


--
-- Name: COLUMN enrolment.reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reason) ON TABLE public.enrolment TO cohorte_admin;


--
-- Name: COLUMN enrolment.note; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(note) ON TABLE public.enrolment TO cohorte_admin;


--
-- Name: COLUMN enrolment.offered_until; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(offered_until) ON TABLE public.enrolment TO cohorte_admin;


--
-- Name: TABLE enrolled_span; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.enrolled_span TO cohorte_admin;
GRANT SELECT ON TABLE public.enrolled_span TO cohorte_guest;
GRANT SELECT ON TABLE public.enrolled_span TO cohorte_relay;


--
-- Name: TABLE enrolment_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.enrolment_history TO cohorte_admin;
GRANT SELECT ON TABLE public.enrolment_history TO cohorte_guest;
GRANT SELECT ON TABLE public.enrolment_history TO cohorte_relay;


--
-- Name: TABLE enrolment_origin; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.enrolment_origin TO cohorte_admin;


--
-- Name: TABLE enrolment_transition; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.enrolment_transition TO cohorte_admin;
GRANT SELECT ON TABLE public.enrolment_transition TO cohorte_relay;


--
-- Name: TABLE evaluation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.evaluation TO cohorte_admin;


--
-- Name: TABLE session; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.session TO cohorte_admin;
GRANT SELECT ON TABLE public.session TO cohorte_guest;
GRANT SELECT ON TABLE public.session TO cohorte_relay;


--
-- Name: COLUMN session.date; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(date) ON TABLE public.session TO cohorte_admin;


--
-- Name: COLUMN session.half_day; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(half_day) ON TABLE public.session TO cohorte_admin;


--
-- Name: COLUMN session.starts; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(starts) ON TABLE public.session TO cohorte_admin;


--
-- Name: COLUMN session.ends; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ends) ON TABLE public.session TO cohorte_admin;


--
-- Name: COLUMN session.starts_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(starts_at) ON TABLE public.session TO cohorte_admin;


--
-- Name: COLUMN session.ends_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ends_at) ON TABLE public.session TO cohorte_admin;


--
-- Name: COLUMN session.planned_minutes; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(planned_minutes) ON TABLE public.session TO cohorte_admin;


--
-- Name: COLUMN session.place; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(place) ON TABLE public.session TO cohorte_admin;


--
-- Name: COLUMN session.mode; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(mode) ON TABLE public.session TO cohorte_admin;


--
-- Name: COLUMN session.trainer; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(trainer) ON TABLE public.session TO cohorte_admin;


--
-- Name: COLUMN session.theme; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(theme) ON TABLE public.session TO cohorte_admin;


--
-- Name: COLUMN session.is_cancelled; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(is_cancelled) ON TABLE public.session TO cohorte_admin;


--
-- Name: TABLE expected_attendance; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.expected_attendance TO cohorte_admin;
GRANT SELECT ON TABLE public.expected_attendance TO cohorte_guest;
GRANT SELECT ON TABLE public.expected_attendance TO cohorte_relay;


--
-- Name: TABLE final_evaluation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.final_evaluation TO cohorte_admin;


--
-- Name: TABLE framework; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.framework TO cohorte_admin;
GRANT SELECT ON TABLE public.framework TO cohorte_guest;
GRANT SELECT ON TABLE public.framework TO cohorte_relay;


--
-- Name: TABLE framework_ceiling; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.framework_ceiling TO cohorte_admin;
GRANT SELECT ON TABLE public.framework_ceiling TO cohorte_relay;


--
-- Name: TABLE instrument; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.instrument TO cohorte_admin;
GRANT SELECT ON TABLE public.instrument TO cohorte_guest;
GRANT SELECT ON TABLE public.instrument TO cohorte_relay;


--
-- Name: TABLE item_mapping; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.item_mapping TO cohorte_admin;


--
-- Name: COLUMN item_mapping.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(programme_id) ON TABLE public.item_mapping TO cohorte_admin;


--
-- Name: COLUMN item_mapping.from_instrument_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(from_instrument_id) ON TABLE public.item_mapping TO cohorte_admin;


--
-- Name: COLUMN item_mapping.to_instrument_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(to_instrument_id) ON TABLE public.item_mapping TO cohorte_admin;


--
-- Name: COLUMN item_mapping.from_position; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(from_position) ON TABLE public.item_mapping TO cohorte_admin;


--
-- Name: COLUMN item_mapping.to_position; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(to_position) ON TABLE public.item_mapping TO cohorte_admin;


--
-- Name: TABLE mapped_assessment; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.mapped_assessment TO cohorte_admin;


--
-- Name: TABLE migration; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.migration TO cohorte_admin;
GRANT SELECT ON TABLE public.migration TO cohorte_relay;
GRANT SELECT ON TABLE public.migration TO cohorte_door;


--
-- Name: TABLE missing_assessment; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.missing_assessment TO cohorte_admin;
GRANT SELECT ON TABLE public.missing_assessment TO cohorte_relay;


--
-- Name: TABLE network_answer; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.network_answer TO cohorte_admin;


--
-- Name: TABLE network_naming; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.network_naming TO cohorte_admin;


--
-- Name: TABLE network_retraction; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.network_retraction TO cohorte_admin;


--
-- Name: COLUMN network_retraction.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(programme_id) ON TABLE public.network_retraction TO cohorte_admin;


--
-- Name: COLUMN network_retraction.enrolment_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(enrolment_id) ON TABLE public.network_retraction TO cohorte_admin;


--
-- Name: COLUMN network_retraction.wave; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(wave) ON TABLE public.network_retraction TO cohorte_admin;


--
-- Name: COLUMN network_retraction.question; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(question) ON TABLE public.network_retraction TO cohorte_admin;


--
-- Name: COLUMN network_retraction.other_enrolment_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(other_enrolment_id) ON TABLE public.network_retraction TO cohorte_admin;


--
-- Name: COLUMN network_retraction.office_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(office_id) ON TABLE public.network_retraction TO cohorte_admin;


--
-- Name: COLUMN network_retraction.reason; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(reason) ON TABLE public.network_retraction TO cohorte_admin;


--
-- Name: TABLE observation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.observation TO cohorte_admin;
GRANT SELECT ON TABLE public.observation TO cohorte_relay;


--
-- Name: COLUMN observation.observed_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(observed_on) ON TABLE public.observation TO cohorte_admin;


--
-- Name: COLUMN observation.value; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(value) ON TABLE public.observation TO cohorte_admin;


--
-- Name: COLUMN observation.missing; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(missing) ON TABLE public.observation TO cohorte_admin;


--
-- Name: COLUMN observation.sent_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sent_at) ON TABLE public.observation TO cohorte_admin;


--
-- Name: COLUMN observation.replied_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(replied_at) ON TABLE public.observation TO cohorte_admin;


--
-- Name: COLUMN observation.kind; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(kind) ON TABLE public.observation TO cohorte_admin;


--
-- Name: COLUMN observation.evidence; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(evidence) ON TABLE public.observation TO cohorte_admin;


--
-- Name: COLUMN observation.reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reason) ON TABLE public.observation TO cohorte_admin;


--
-- Name: TABLE observation_correction; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.observation_correction TO cohorte_admin;
GRANT SELECT ON TABLE public.observation_correction TO cohorte_relay;


--
-- Name: TABLE observation_window; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.observation_window TO cohorte_admin;
GRANT SELECT ON TABLE public.observation_window TO cohorte_relay;


--
-- Name: TABLE office; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.office TO cohorte_admin;
GRANT SELECT ON TABLE public.office TO cohorte_guest;
GRANT SELECT ON TABLE public.office TO cohorte_relay;


--
-- Name: TABLE participant; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.participant TO cohorte_admin;
GRANT SELECT ON TABLE public.participant TO cohorte_guest;
GRANT SELECT ON TABLE public.participant TO cohorte_relay;


--
-- Name: COLUMN participant.email; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(email) ON TABLE public.participant TO cohorte_admin;


--
-- Name: TABLE participant_merge; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.participant_merge TO cohorte_admin;


--
-- Name: COLUMN participant_merge.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(programme_id) ON TABLE public.participant_merge TO cohorte_admin;


--
-- Name: COLUMN participant_merge.merge_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(merge_id) ON TABLE public.participant_merge TO cohorte_admin;


--
-- Name: COLUMN participant_merge.kept_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(kept_id) ON TABLE public.participant_merge TO cohorte_admin;


--
-- Name: COLUMN participant_merge.gone_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(gone_id) ON TABLE public.participant_merge TO cohorte_admin;


--
-- Name: COLUMN participant_merge.undoes; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(undoes) ON TABLE public.participant_merge TO cohorte_admin;


--
-- Name: COLUMN participant_merge.enrolments; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(enrolments) ON TABLE public.participant_merge TO cohorte_admin;


--
-- Name: COLUMN participant_merge.reason; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(reason) ON TABLE public.participant_merge TO cohorte_admin;


--
-- Name: TABLE participant_transfer; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.participant_transfer TO cohorte_admin;


--
-- Name: COLUMN participant_transfer.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(programme_id) ON TABLE public.participant_transfer TO cohorte_admin;


--
-- Name: COLUMN participant_transfer.transfer_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(transfer_id) ON TABLE public.participant_transfer TO cohorte_admin;


--
-- Name: COLUMN participant_transfer.participant_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(participant_id) ON TABLE public.participant_transfer TO cohorte_admin;


--
-- Name: COLUMN participant_transfer.from_office_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(from_office_id) ON TABLE public.participant_transfer TO cohorte_admin;


--
-- Name: COLUMN participant_transfer.to_office_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(to_office_id) ON TABLE public.participant_transfer TO cohorte_admin;


--
-- Name: COLUMN participant_transfer.reason; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(reason) ON TABLE public.participant_transfer TO cohorte_admin;


--
-- Name: COLUMN pass.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(programme_id),INSERT(programme_id) ON TABLE public.pass TO cohorte_admin;
GRANT SELECT(programme_id) ON TABLE public.pass TO cohorte_door;


--
-- Name: COLUMN pass.pass_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(pass_id),INSERT(pass_id) ON TABLE public.pass TO cohorte_admin;
GRANT SELECT(pass_id) ON TABLE public.pass TO cohorte_door;


--
-- Name: COLUMN pass.office_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(office_id),INSERT(office_id) ON TABLE public.pass TO cohorte_admin;
GRANT SELECT(office_id) ON TABLE public.pass TO cohorte_door;


--
-- Name: COLUMN pass.label; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(label),INSERT(label) ON TABLE public.pass TO cohorte_admin;


--
-- Name: COLUMN pass.secret_sha256; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(secret_sha256) ON TABLE public.pass TO cohorte_admin;
GRANT SELECT(secret_sha256) ON TABLE public.pass TO cohorte_door;


--
-- Name: COLUMN pass.issued_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(issued_at) ON TABLE public.pass TO cohorte_admin;


--
-- Name: COLUMN pass.expires_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(expires_at),INSERT(expires_at),UPDATE(expires_at) ON TABLE public.pass TO cohorte_admin;
GRANT SELECT(expires_at) ON TABLE public.pass TO cohorte_door;


--
-- Name: COLUMN pass.revoked_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(revoked_at),UPDATE(revoked_at) ON TABLE public.pass TO cohorte_admin;
GRANT SELECT(revoked_at) ON TABLE public.pass TO cohorte_door;


--
-- Name: COLUMN pass.last_used_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(last_used_at) ON TABLE public.pass TO cohorte_admin;
GRANT UPDATE(last_used_at) ON TABLE public.pass TO cohorte_door;


--
-- Name: COLUMN pass.replaces; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(replaces),INSERT(replaces) ON TABLE public.pass TO cohorte_admin;


--
-- Name: COLUMN pass.actor; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(actor) ON TABLE public.pass TO cohorte_admin;


--
-- Name: TABLE programme; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.programme TO cohorte_admin;
GRANT SELECT ON TABLE public.programme TO cohorte_guest;
GRANT SELECT ON TABLE public.programme TO cohorte_relay;


--
-- Name: TABLE provider; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.provider TO cohorte_admin;
GRANT SELECT ON TABLE public.provider TO cohorte_guest;
GRANT SELECT ON TABLE public.provider TO cohorte_relay;


--
-- Name: TABLE publication; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.publication TO cohorte_admin;


--
-- Name: COLUMN publication.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(programme_id) ON TABLE public.publication TO cohorte_relay;


--
-- Name: COLUMN publication.publication_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(publication_id) ON TABLE public.publication TO cohorte_relay;


--
-- Name: COLUMN publication.cohort_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(cohort_id) ON TABLE public.publication TO cohorte_relay;


--
-- Name: COLUMN publication.number; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(number) ON TABLE public.publication TO cohorte_relay;


--
-- Name: COLUMN publication.reader; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(reader) ON TABLE public.publication TO cohorte_relay;


--
-- Name: COLUMN publication.body; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(body) ON TABLE public.publication TO cohorte_relay;


--
-- Name: COLUMN publication.body_sha256; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(body_sha256) ON TABLE public.publication TO cohorte_relay;


--
-- Name: COLUMN publication.published_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(published_at) ON TABLE public.publication TO cohorte_relay;


--
-- Name: TABLE read_batch; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.read_batch TO cohorte_admin;


--
-- Name: COLUMN read_batch.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(programme_id),INSERT(programme_id) ON TABLE public.read_batch TO cohorte_door;


--
-- Name: COLUMN read_batch.number; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(number),INSERT(number) ON TABLE public.read_batch TO cohorte_door;


--
-- Name: COLUMN read_batch.entries; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(entries) ON TABLE public.read_batch TO cohorte_door;


--
-- Name: COLUMN read_batch.previous_sha256; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(previous_sha256) ON TABLE public.read_batch TO cohorte_door;


--
-- Name: COLUMN read_batch.sha256; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(sha256),INSERT(sha256) ON TABLE public.read_batch TO cohorte_door;


--
-- Name: TABLE reminder; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.reminder TO cohorte_admin;
GRANT SELECT ON TABLE public.reminder TO cohorte_relay;


--
-- Name: COLUMN reminder.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(programme_id) ON TABLE public.reminder TO cohorte_admin;


--
-- Name: COLUMN reminder.enrolment_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(enrolment_id) ON TABLE public.reminder TO cohorte_admin;


--
-- Name: COLUMN reminder.wave; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(wave) ON TABLE public.reminder TO cohorte_admin;


--
-- Name: COLUMN reminder.channel; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(channel) ON TABLE public.reminder TO cohorte_admin;


--
-- Name: COLUMN reminder.sent_on; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(sent_on) ON TABLE public.reminder TO cohorte_admin;


--
-- Name: COLUMN reminder.cohort_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(cohort_id) ON TABLE public.reminder TO cohorte_admin;


--
-- Name: COLUMN reminder.office_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(office_id) ON TABLE public.reminder TO cohorte_admin;


--
-- Name: COLUMN reminder.note; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(note) ON TABLE public.reminder TO cohorte_admin;


--
-- Name: TABLE request_key; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.request_key TO cohorte_admin;
GRANT SELECT ON TABLE public.request_key TO cohorte_relay;


--
-- Name: COLUMN request_key.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(programme_id) ON TABLE public.request_key TO cohorte_relay;


--
-- Name: COLUMN request_key.pass_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(pass_id) ON TABLE public.request_key TO cohorte_relay;


--
-- Name: COLUMN request_key.key; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(key) ON TABLE public.request_key TO cohorte_relay;


--
-- Name: COLUMN request_key.office_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(office_id) ON TABLE public.request_key TO cohorte_relay;


--
-- Name: COLUMN request_key.request_sha256; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(request_sha256) ON TABLE public.request_key TO cohorte_relay;


--
-- Name: COLUMN request_key.status; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(status) ON TABLE public.request_key TO cohorte_relay;


--
-- Name: COLUMN request_key.answer; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(answer) ON TABLE public.request_key TO cohorte_relay;


--
-- Name: TABLE session_cancellation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.session_cancellation TO cohorte_admin;
GRANT SELECT ON TABLE public.session_cancellation TO cohorte_relay;


--
-- Name: COLUMN session_cancellation.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(programme_id) ON TABLE public.session_cancellation TO cohorte_admin;


--
-- Name: COLUMN session_cancellation.session_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(session_id) ON TABLE public.session_cancellation TO cohorte_admin;


--
-- Name: COLUMN session_cancellation.reason; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(reason) ON TABLE public.session_cancellation TO cohorte_admin;


--
-- Name: TABLE session_change; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.session_change TO cohorte_admin;
GRANT SELECT ON TABLE public.session_change TO cohorte_relay;


--
-- Name: COLUMN session_change.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(programme_id) ON TABLE public.session_change TO cohorte_admin;


--
-- Name: COLUMN session_change.session_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(session_id) ON TABLE public.session_change TO cohorte_admin;


--
-- Name: COLUMN session_change.step; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(step) ON TABLE public.session_change TO cohorte_admin;


--
-- Name: COLUMN session_change.old_date; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(old_date) ON TABLE public.session_change TO cohorte_admin;


--
-- Name: COLUMN session_change.old_half_day; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(old_half_day) ON TABLE public.session_change TO cohorte_admin;


--
-- Name: COLUMN session_change.old_starts; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(old_starts) ON TABLE public.session_change TO cohorte_admin;


--
-- Name: COLUMN session_change.old_ends; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(old_ends) ON TABLE public.session_change TO cohorte_admin;


--
-- Name: COLUMN session_change.old_place; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(old_place) ON TABLE public.session_change TO cohorte_admin;


--
-- Name: COLUMN session_change.old_mode; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(old_mode) ON TABLE public.session_change TO cohorte_admin;


--
-- Name: COLUMN session_change.old_trainer; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(old_trainer) ON TABLE public.session_change TO cohorte_admin;


--
-- Name: COLUMN session_change.old_theme; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(old_theme) ON TABLE public.session_change TO cohorte_admin;


--
-- Name: COLUMN session_change.reason; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(reason) ON TABLE public.session_change TO cohorte_admin;


--
-- Name: TABLE skill; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.skill TO cohorte_admin;
GRANT SELECT ON TABLE public.skill TO cohorte_relay;


--
-- Name: COLUMN skill.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(programme_id) ON TABLE public.skill TO cohorte_admin;


--
-- Name: COLUMN skill.office_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(office_id) ON TABLE public.skill TO cohorte_admin;


--
-- Name: COLUMN skill.theme; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(theme) ON TABLE public.skill TO cohorte_admin;


--
-- Name: COLUMN skill.valid_from; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(valid_from) ON TABLE public.skill TO cohorte_admin;


--
-- Name: COLUMN skill.step; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(step) ON TABLE public.skill TO cohorte_admin;


--
-- Name: COLUMN skill.valid_until; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(valid_until) ON TABLE public.skill TO cohorte_admin;


--
-- Name: COLUMN skill.level; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(level) ON TABLE public.skill TO cohorte_admin;


--
-- Name: COLUMN skill.hours; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(hours) ON TABLE public.skill TO cohorte_admin;


--
-- Name: COLUMN skill.note; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(note) ON TABLE public.skill TO cohorte_admin;


--
-- Name: TABLE skill_said; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.skill_said TO cohorte_admin;
GRANT SELECT ON TABLE public.skill_said TO cohorte_relay;


--
-- Name: TABLE support; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.support TO cohorte_admin;
GRANT SELECT ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(programme_id) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(programme_id) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.support_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(support_id) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(support_id) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.enrolment_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(enrolment_id) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(enrolment_id) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.cohort_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(cohort_id) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(cohort_id) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.by_office_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(by_office_id) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(by_office_id) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.supported_on; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(supported_on) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(supported_on) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.minutes; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(minutes),UPDATE(minutes) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(minutes),UPDATE(minutes) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.mode; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(mode) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(mode) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.theme; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(theme) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(theme) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.framework; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(framework),UPDATE(framework) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(framework),UPDATE(framework) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.competence; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(competence),UPDATE(competence) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(competence),UPDATE(competence) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.autonomy; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(autonomy),UPDATE(autonomy) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(autonomy),UPDATE(autonomy) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.outcome; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(outcome),UPDATE(outcome) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(outcome),UPDATE(outcome) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.next_action; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(next_action),UPDATE(next_action) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(next_action),UPDATE(next_action) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.due_on; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(due_on),UPDATE(due_on) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(due_on),UPDATE(due_on) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.done_on; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(done_on),UPDATE(done_on) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(done_on),UPDATE(done_on) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.is_cancelled; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(is_cancelled) ON TABLE public.support TO cohorte_admin;
GRANT UPDATE(is_cancelled) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reason) ON TABLE public.support TO cohorte_admin;
GRANT UPDATE(reason) ON TABLE public.support TO cohorte_relay;


--
-- Name: COLUMN support.theme_code; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(theme_code) ON TABLE public.support TO cohorte_admin;
GRANT INSERT(theme_code) ON TABLE public.support TO cohorte_relay;


--
-- Name: TABLE support_correction; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.support_correction TO cohorte_admin;
GRANT SELECT ON TABLE public.support_correction TO cohorte_relay;


--
-- Name: TABLE temporary_access; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.temporary_access TO cohorte_admin;
GRANT SELECT ON TABLE public.temporary_access TO cohorte_relay;


--
-- Name: COLUMN temporary_access.programme_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(programme_id) ON TABLE public.temporary_access TO cohorte_guest;
GRANT INSERT(programme_id) ON TABLE public.temporary_access TO cohorte_relay;


--
-- Name: COLUMN temporary_access.access_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(access_id) ON TABLE public.temporary_access TO cohorte_relay;


--
-- Name: COLUMN temporary_access.participant_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(participant_id) ON TABLE public.temporary_access TO cohorte_guest;
GRANT INSERT(participant_id) ON TABLE public.temporary_access TO cohorte_relay;


--
-- Name: COLUMN temporary_access.office_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(office_id) ON TABLE public.temporary_access TO cohorte_guest;
GRANT INSERT(office_id) ON TABLE public.temporary_access TO cohorte_relay;


--
-- Name: COLUMN temporary_access.pass_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(pass_id) ON TABLE public.temporary_access TO cohorte_relay;


--
-- Name: COLUMN temporary_access.reason; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(reason) ON TABLE public.temporary_access TO cohorte_relay;


--
-- Name: COLUMN temporary_access.expires_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(expires_at) ON TABLE public.temporary_access TO cohorte_guest;


--
-- Name: TABLE theme; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.theme TO cohorte_admin;
GRANT SELECT ON TABLE public.theme TO cohorte_relay;


--
-- Name: TABLE waiting_list; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.waiting_list TO cohorte_admin;


--
-- Name: TABLE wave_window; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.wave_window TO cohorte_admin;


--
-- Name: TABLE written_evaluation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.written_evaluation TO cohorte_admin;


--
-- PostgreSQL database dump complete
--


