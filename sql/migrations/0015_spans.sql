-- Who withdrew and came back was enrolled twice: the days on which somebody is enrolled are spans, told by every step there was.
set local citus.multi_shard_modify_mode = 'sequential';

alter table enrolment add column enrolled_during datemultirange not null default '{}';
comment on column enrolment.enrolled_during is 'The days on which the person is enrolled, as the history tells them: what holds '
    'on a day is the last step recorded of those that are dated that day or before.';

update enrolment e set enrolled_during = t.spans
from (
    select h.programme_id, h.enrolment_id, range_agg(daterange(h.effective_on, h.until)) as spans
    from (
        select s.programme_id, s.enrolment_id, s.to_status, s.effective_on, min(s.effective_on) over (
            partition by s.programme_id, s.enrolment_id order by s.step
            rows between 1 following and unbounded following) as until
        from enrolment_history s
    ) h
    where h.to_status in ('enrolled', 'active', 'suspended', 'completed')
        and (h.until is null or h.effective_on < h.until)
    group by h.programme_id, h.enrolment_id
) t
where t.programme_id = e.programme_id and t.enrolment_id = e.enrolment_id;

create or replace function enrolment_counts_its_steps() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
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

drop trigger enrolment_changes_by_steps on enrolment;
create trigger enrolment_changes_by_steps before update on enrolment
    for each row when (old.status = new.status
        and (old.effective_on, old.reason, old.note, old.is_correction, old.enrolled_during)
            is distinct from (new.effective_on, new.reason, new.note, new.is_correction, new.enrolled_during))
    execute function enrolment_changes_by_steps();

-- A suspension may have been recorded by mistake, as every leaving may.
insert into enrolment_transition (from_status, to_status, is_correction) values ('suspended', 'active', true);

create or replace view enrolled_span with (security_invoker = true) as
select e.programme_id, e.cohort_id, e.enrolment_id, e.office_id, lower(s.days) as enrolled_on, upper(s.days) as left_on
from enrolment e
cross join lateral unnest(e.enrolled_during) as s (days);
comment on view enrolled_span is
    'Every span of days on which somebody was enrolled: its first day, and the first day no longer, where there is one.';

-- Said as a function and not as <@, of which the planner believes that it holds for one row in a hundred.
create or replace view expected_attendance with (security_invoker = true) as
select e.programme_id, e.cohort_id, s.session_id, e.enrolment_id, e.office_id, s.date, s.planned_minutes,
    coalesce(t.status, 'unmarked') as status, coalesce(t.minutes, 0) as minutes, t.mode, t.reason
from enrolment e
join session s on s.programme_id = e.programme_id and s.cohort_id = e.cohort_id and not s.is_cancelled
    and multirange_contains_elem(e.enrolled_during, s.date)
left join attendance t on t.programme_id = e.programme_id and t.session_id = s.session_id and t.enrolment_id = e.enrolment_id;

-- A note that says nothing says nothing; what was recorded before stays as it is.
alter table enrolment drop constraint enrolment_note_is_short;
alter table enrolment add constraint enrolment_note_is_short
    check (length(note) <= 2000 and note ~ '[^[:space:]]') not valid;
alter table enrolment_history drop constraint enrolment_reopening_has_a_note;
alter table enrolment_history add constraint enrolment_reopening_has_a_note
    check (not is_correction or coalesce(btrim(note), '') <> '') not valid;
alter table attendance drop constraint attendance_reason_is_short;
alter table attendance add constraint attendance_reason_is_short
    check (length(reason) <= 2000 and reason ~ '[^[:space:]]') not valid;
alter table attendance_correction drop constraint attendance_correction_has_a_reason;
alter table attendance_correction add constraint attendance_correction_has_a_reason
    check (old_status = 'unmarked' or coalesce(btrim(reason), '') <> '') not valid;

create table session_change (
    programme_id uuid not null,
    session_id uuid not null,
    step integer not null,
    old_date date not null,
    old_half_day text not null,
    old_starts time not null,
    old_ends time not null,
    old_place text not null,
    old_mode text not null,
    old_trainer text not null,
    old_theme text not null,
    reason text constraint session_change_reason_is_short check (length(reason) <= 2000 and reason ~ '[^[:space:]]'),
    actor text not null default current_user,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, session_id, step),
    constraint change_is_of_a_session foreign key (programme_id, session_id) references session
);
comment on table session_change is 'What a half-day was before it was changed, by whom and why; never changed.';
select distribute('session_change', 'programme');
