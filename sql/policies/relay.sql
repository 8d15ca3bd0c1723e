-- An office's page: the programme's calendar, instruments and skills and the people it follows itself, to read; it logs its own
-- acts of support, corrects those that there are for its people, asks for access to somebody of another office, keeps its
-- repeated requests, and writes nothing else.
-- Settings are read in a subquery, both in one where both are asked for: once for each statement and table, where they
-- would be read for each row.
do $$
declare
    relation text;
begin
    grant select on programme, category, framework, framework_ceiling, competence, enrolment_transition, theme, criterion
        to cohorte_relay;
    create policy relay_sees_its_programme on programme for select to cohorte_relay
        using (id = (select nullif(current_setting('cohorte.programme', true), '')::uuid));

    foreach relation in array array['office', 'commune', 'cohort', 'session', 'session_cancellation', 'session_change',
        'instrument', 'item', 'skill']
    loop
        execute format('grant select on %I to cohorte_relay', relation);
        execute format($policy$create policy relay_sees_its_programme on %I for select to cohorte_relay
            using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid))$policy$, relation);
    end loop;

    foreach relation in array array['provider', 'participant', 'enrolment', 'enrolment_history', 'attendance',
        'attendance_correction', 'assessment', 'missing_assessment', 'cohort_quota', 'reminder', 'observation',
        'observation_correction', 'support', 'support_correction']
    loop
        execute format('grant select on %I to cohorte_relay', relation);
        execute format($policy$create policy relay_sees_its_own on %I for select to cohorte_relay
            using ((programme_id, office_id) = (select nullif(current_setting('cohorte.programme', true), '')::uuid,
                nullif(current_setting('cohorte.office', true), '')::uuid))$policy$, relation);
    end loop;
    grant insert (programme_id, support_id, enrolment_id, cohort_id, by_office_id, supported_on, minutes, mode, theme,
        framework, competence, autonomy, outcome, next_action, due_on, done_on, theme_code) on support to cohorte_relay;
    create policy relay_helps_its_own on support for insert to cohorte_relay
        with check (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and office_id = (select nullif(current_setting('cohorte.office', true), '')::uuid)
            and by_office_id = (select nullif(current_setting('cohorte.office', true), '')::uuid));
    -- Whoever follows the person corrects, also what another office did before a transfer; what an act was is kept with the
    -- reason and the office that corrects it.
    grant update (minutes, framework, competence, autonomy, outcome, next_action, due_on, done_on, is_cancelled, reason)
        on support to cohorte_relay;
    create policy relay_corrects_its_own on support for update to cohorte_relay
        using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and office_id = (select nullif(current_setting('cohorte.office', true), '')::uuid))
        with check (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and office_id = (select nullif(current_setting('cohorte.office', true), '')::uuid));
    grant select on answer, skill_said, expected_attendance, enrolled_span, observation_window to cohorte_relay;

    grant select, insert (programme_id, pass_id, key, office_id, request_sha256, status, answer)
        on request_key to cohorte_relay;
    create policy relay_sees_its_own on request_key for select to cohorte_relay
        using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and office_id = (select nullif(current_setting('cohorte.office', true), '')::uuid));
    create policy relay_adds_its_own on request_key for insert to cohorte_relay
        with check (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and office_id = (select nullif(current_setting('cohorte.office', true), '')::uuid));

    -- What was published to the office, and to no other.
    grant select (programme_id, publication_id, cohort_id, number, reader, body, body_sha256, published_at)
        on publication to cohorte_relay;
    create policy relay_sees_its_own on publication for select to cohorte_relay
        using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and reader = (select 'relay=' || o.code from office o
                where o.programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
                    and o.office_id = (select nullif(current_setting('cohorte.office', true), '')::uuid)));

    -- An office sees the accesses that it asked for, and those to its own people, also to who came to it since.
    grant select, insert (programme_id, access_id, participant_id, office_id, pass_id, reason)
        on temporary_access to cohorte_relay;
    create policy relay_sees_its_own on temporary_access for select to cohorte_relay
        using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and ((select nullif(current_setting('cohorte.office', true), '')::uuid) in (office_id, owner_office_id)
                or participant_id in (select a.participant_id from participant a)));
    create policy relay_adds_its_own on temporary_access for insert to cohorte_relay
        with check (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and office_id = (select nullif(current_setting('cohorte.office', true), '')::uuid));
end $$
