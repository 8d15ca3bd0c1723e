-- What a half-day leaves behind: why it was cancelled, who was expected there, who was reminded of an assessment.
set local citus.multi_shard_modify_mode = 'sequential';

create table session_cancellation (
    programme_id uuid not null,
    session_id uuid not null,
    reason text not null
        constraint session_cancellation_has_a_reason check (btrim(reason) <> '' and length(reason) <= 2000),
    actor text not null default current_user,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, session_id),
    constraint cancellation_is_of_a_session foreign key (programme_id, session_id) references session
);
comment on table session_cancellation is 'Why a half-day was cancelled for all, and by whom; never changed.';
select distribute('session_cancellation', 'programme');

create table reminder (
    programme_id uuid not null,
    enrolment_id uuid not null,
    wave text not null constraint reminder_wave_is_known check (wave in ('before', 'after', 'retrospective', 'follow_up')),
    channel text not null
        constraint reminder_channel_is_known check (channel in ('email', 'phone', 'sms', 'post', 'visit')),
    sent_on date not null,
    cohort_id uuid not null,
    office_id uuid not null,
    note text constraint reminder_note_is_short check (length(note) <= 2000),
    actor text not null default current_user,
    recorded_at timestamptz not null default now(),
    primary key (programme_id, enrolment_id, wave, channel, sent_on),
    constraint reminder_is_of_an_enrolment foreign key (programme_id, cohort_id, enrolment_id)
        references enrolment (programme_id, cohort_id, enrolment_id),
    constraint reminder_is_followed_by_an_office foreign key (programme_id, office_id) references office
);
comment on table reminder is 'That somebody was reminded of an assessment, when and how; never changed.';
create index reminder_by_cohort on reminder (programme_id, cohort_id);
select distribute('reminder', 'programme');

alter table attendance_correction drop constraint attendance_correction_has_a_reason;
alter table attendance_correction add constraint attendance_correction_has_a_reason
    check (old_status = 'unmarked' or coalesce(reason, '') <> '');

create view expected_attendance with (security_invoker = true) as
select e.programme_id, e.cohort_id, s.session_id, e.enrolment_id, e.office_id, s.date, s.planned_minutes,
    coalesce(t.status, 'unmarked') as status, coalesce(t.minutes, 0) as minutes, t.mode, t.reason
from enrolment e
join lateral (
    select max(h.effective_on) as enrolled_on from enrolment_history h
    where h.programme_id = e.programme_id and h.enrolment_id = e.enrolment_id and h.to_status = 'enrolled') b on true
join session s on s.programme_id = e.programme_id and s.cohort_id = e.cohort_id and not s.is_cancelled
    and s.date >= b.enrolled_on
    and (e.status not in ('withdrawn', 'dropped_out', 'excluded') or s.date < e.effective_on)
left join attendance t on t.programme_id = e.programme_id and t.session_id = s.session_id and t.enrolment_id = e.enrolment_id;
comment on view expected_attendance is
    'Every half-day that is not cancelled, with everybody enrolled that day and the mark there is: what sheets, assiduity, certificates and hours count.';
