-- An office's page: reading only, the programme's calendar and instruments, and the people it follows itself.
-- A setting is read in a subquery: once for each statement, where it would be read for each row.
do $$
declare
    relation text;
begin
    grant select on programme, category, framework, competence, enrolment_transition to cohorte_relay;
    create policy relay_sees_its_programme on programme for select to cohorte_relay
        using (id = (select nullif(current_setting('cohorte.programme', true), '')::uuid));

    foreach relation in array array['office', 'commune', 'cohort', 'session', 'session_cancellation', 'session_change', 'instrument', 'item'] loop
        execute format('grant select on %I to cohorte_relay', relation);
        execute format($policy$create policy relay_sees_its_programme on %I for select to cohorte_relay
            using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid))$policy$, relation);
    end loop;

    foreach relation in array array['provider', 'participant', 'enrolment', 'enrolment_history', 'attendance',
        'attendance_correction', 'assessment', 'missing_assessment', 'cohort_quota', 'reminder']
    loop
        execute format('grant select on %I to cohorte_relay', relation);
        execute format($policy$create policy relay_sees_its_own on %I for select to cohorte_relay
            using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
                and office_id = (select nullif(current_setting('cohorte.office', true), '')::uuid))$policy$, relation);
    end loop;
    grant select on answer to cohorte_relay;
end $$
