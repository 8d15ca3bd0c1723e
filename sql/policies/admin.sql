-- The coordinator's page: everything of the one programme named by cohorte.programme, but history is only appended.
-- A setting is read in a subquery: once for each statement, where it would be read for each row.
do $$
declare
    relation text;
begin
    grant select, insert on programme, framework, competence to cohorte_admin;
    grant select on category, enrolment_transition, theme, criterion, framework_ceiling to cohorte_admin;
    create policy admin_sees_programmes on programme for select to cohorte_admin using (true);
    create policy admin_adds_programmes on programme for insert to cohorte_admin with check (true);

    foreach relation in array array['office', 'commune', 'provider', 'participant', 'cohort', 'cohort_quota', 'enrolment',
        'enrolment_history', 'session', 'attendance', 'attendance_correction', 'instrument', 'item', 'assessment',
        'missing_assessment', 'evaluation', 'final_evaluation', 'written_evaluation', 'publication', 'observation',
        'observation_correction', 'network_answer', 'network_naming', 'support_correction', 'anonymous_answer',
        'cohort_window']
    loop
        execute format('grant select, insert on %I to cohorte_admin', relation);
        execute format($policy$create policy admin_sees_its_programme on %I for select to cohorte_admin
            using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid))$policy$, relation);
        execute format($policy$create policy admin_adds_to_its_programme on %I for insert to cohorte_admin
            with check (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid))$policy$, relation);
    end loop;

    foreach relation in array array['participant_merge', 'participant_transfer', 'enrolment_origin', 'session_cancellation',
        'session_change', 'reminder', 'skill', 'network_retraction', 'support', 'item_mapping']
    loop
        execute format('grant select on %I to cohorte_admin', relation);
        execute format($policy$create policy admin_sees_its_programme on %I for select to cohorte_admin
            using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid))$policy$, relation);
        execute format($policy$create policy admin_adds_to_its_programme on %I for insert to cohorte_admin
            with check (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid))$policy$, relation);
    end loop;
    grant insert (programme_id, merge_id, kept_id, gone_id, undoes, enrolments, reason) on participant_merge to cohorte_admin;
    grant insert (programme_id, transfer_id, participant_id, from_office_id, to_office_id, reason)
        on participant_transfer to cohorte_admin;
    grant insert (programme_id, session_id, reason) on session_cancellation to cohorte_admin;
    grant insert (programme_id, session_id, step, old_date, old_half_day, old_starts, old_ends, old_place, old_mode, old_trainer,
        old_theme, reason) on session_change to cohorte_admin;
    grant insert (programme_id, enrolment_id, wave, channel, sent_on, cohort_id, office_id, note) on reminder to cohorte_admin;
    grant insert (programme_id, office_id, theme, valid_from, step, valid_until, level, hours, note) on skill to cohorte_admin;

    grant insert (programme_id, enrolment_id, wave, question, other_enrolment_id, office_id, reason)
        on network_retraction to cohorte_admin;
    grant insert (programme_id, support_id, enrolment_id, cohort_id, by_office_id, supported_on, minutes, mode, theme,
        framework, competence, autonomy, outcome, next_action, due_on, done_on, theme_code) on support to cohorte_admin;

    grant insert (programme_id, from_instrument_id, to_instrument_id, from_position, to_position)
        on item_mapping to cohorte_admin;

    grant select (programme_id, pass_id, office_id, label, issued_at, expires_at, revoked_at, last_used_at, replaces, actor),
        insert (programme_id, pass_id, office_id, label, secret_sha256, expires_at, replaces),
        update (expires_at, revoked_at) on pass to cohorte_admin;
    create policy admin_sees_its_programme on pass for select to cohorte_admin
        using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid));
    create policy admin_adds_to_its_programme on pass for insert to cohorte_admin
        with check (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid));
    foreach relation in array array['read_batch', 'temporary_access', 'request_key'] loop
        execute format('grant select on %I to cohorte_admin', relation);
        execute format($policy$create policy admin_sees_its_programme on %I for select to cohorte_admin
            using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid))$policy$, relation);
    end loop;

    foreach relation in array array['cohort', 'participant', 'enrolment', 'attendance', 'session', 'observation', 'support',
        'cohort_window', 'pass']
    loop
        execute format($policy$create policy admin_changes_its_programme on %I for update to cohorte_admin
            using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid))
            with check (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid))$policy$, relation);
    end loop;
    revoke insert on enrolment_history, attendance_correction, observation_correction, support_correction
        from cohorte_admin;
    grant update (status, instrument_id) on cohort to cohorte_admin;
    grant update (email) on participant to cohorte_admin;
    grant update (status, effective_on, is_correction, reason, note, offered_until) on enrolment to cohorte_admin;
    grant update (status, minutes, mode, reason) on attendance to cohorte_admin;
    grant update (is_cancelled, date, half_day, starts, ends, starts_at, ends_at, planned_minutes, place, mode, trainer, theme)
        on session to cohorte_admin;
    grant update (observed_on, value, missing, sent_at, replied_at, kind, evidence, reason) on observation to cohorte_admin;
    grant update (opens_on, closes_on) on cohort_window to cohorte_admin;
    grant update (minutes, framework, competence, autonomy, outcome, next_action, due_on, done_on, is_cancelled, reason)
        on support to cohorte_admin;
    grant select on waiting_list, answer, enrolled_span, expected_attendance, wave_window, observation_window,
        mapped_assessment, skill_said to cohorte_admin;
end $$
