-- A guest's page: what an office may read of one person of another's, cohorte.participant, while its access lasts.
do $$
declare
    relation text;
begin
    grant select (programme_id, participant_id, office_id, expires_at) on temporary_access to cohorte_guest;
    create policy guest_sees_its_accesses on temporary_access for select to cohorte_guest
        using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and office_id = (select nullif(current_setting('cohorte.office', true), '')::uuid)
            and participant_id = (select nullif(current_setting('cohorte.participant', true), '')::uuid));

    grant select on programme, category, framework, competence to cohorte_guest;
    create policy guest_sees_its_programme on programme for select to cohorte_guest
        using (id = (select nullif(current_setting('cohorte.programme', true), '')::uuid));
    foreach relation in array array['office', 'commune', 'cohort', 'session', 'instrument', 'item'] loop
        execute format('grant select on %I to cohorte_guest', relation);
        execute format($policy$create policy guest_sees_its_programme on %I for select to cohorte_guest
            using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid))$policy$, relation);
    end loop;

    -- now() stands still in a transaction: what is asked late in one that began in time is still answered.
    foreach relation in array array['participant', 'enrolment'] loop
        execute format('grant select on %I to cohorte_guest', relation);
        execute format($policy$create policy guest_sees_the_person on %I for select to cohorte_guest
            using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
                and participant_id = (select t.participant_id from temporary_access t
                    where t.programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
                        and t.expires_at > now() limit 1))$policy$, relation);
    end loop;
    grant select on provider to cohorte_guest;
    create policy guest_sees_the_persons_provider on provider for select to cohorte_guest
        using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
            and provider_id = (select a.provider_id from participant a limit 1));
    foreach relation in array array['enrolment_history', 'attendance', 'assessment'] loop
        execute format('grant select on %I to cohorte_guest', relation);
        execute format($policy$create policy guest_sees_the_persons_facts on %I for select to cohorte_guest
            using (programme_id = (select nullif(current_setting('cohorte.programme', true), '')::uuid)
                and enrolment_id in (select e.enrolment_id from enrolment e))$policy$, relation);
    end loop;
    grant select on answer, expected_attendance, enrolled_span to cohorte_guest;
end $$
