-- Whose campaign an observation is of, so that a second cohort in the same commune has a before and an after of its own; and one
-- list of themes for what is observed, helped with and supported.
set local citus.multi_shard_modify_mode = 'sequential';

alter table observation
    drop constraint observation_is_once_per_provider,
    drop constraint observation_is_once_per_commune,
    drop constraint observer_looks_once_at_a_provider,
    drop constraint observer_looks_once_at_a_commune,
    add column cohort_id uuid,
    add column campaign uuid not null
        generated always as (coalesce(cohort_id, '00000000-0000-0000-0000-000000000000'::uuid)) stored,
    add constraint observation_is_of_a_cohort foreign key (programme_id, cohort_id) references cohort,
    add constraint observation_is_once_per_provider
        unique (programme_id, provider_id, grid, criterion, wave, campaign, rank),
    add constraint observation_is_once_per_commune unique (programme_id, insee, grid, criterion, wave, campaign, rank),
    add constraint observer_looks_once_at_a_provider
        unique (programme_id, provider_id, grid, criterion, wave, campaign, observer_key),
    add constraint observer_looks_once_at_a_commune
        unique (programme_id, insee, grid, criterion, wave, campaign, observer_key);
comment on column observation.cohort_id is
    'The cohort for which it was observed; without one it is of the territory, and of each cohort whose dates it suits.';
comment on column observation.campaign is 'The cohort, or nil, as keys can hold it.';

create view observation_window with (security_invoker = true) as
select c.programme_id, c.cohort_id, d.wave, d.opens_on, d.closes_on
from cohort c
cross join lateral (values
    ('before', (c.starts_on - interval '12 months')::date, c.starts_on + 30),
    ('after', c.ends_on - 30, (c.ends_on + interval '4 months')::date),
    ('follow_up', (c.ends_on + interval '4 months')::date + 1, (c.ends_on + interval '12 months')::date)
) as d (wave, opens_on, closes_on);
comment on view observation_window is
    'When the territory itself may have been observed to count before or after a cohort: from a year before its first day to a month after it, from a month before its last day to four months after it, then to a year after it.';

insert into theme (code, label_fr, label_en, is_skill, position) values ('autre', 'Autre', 'Other', false, 99)
on conflict (code) do nothing;

alter table support
    add column theme_code text constraint support_is_on_a_known_theme references theme;
update support s
set theme_code = coalesce((
    select t.code from theme t
    where t.is_skill and (t.code = replace(fold(s.theme), ' ', '_') or fold(s.theme) in (fold(t.label_fr), fold(t.label_en)))
    order by t.position limit 1), 'autre');
alter table support alter column theme_code set not null;
comment on column support.theme is 'The theme as it was called on that day.';
comment on column support.theme_code is 'The theme of the list; « autre » where an act is older than the list.';

-- What was logged by mistake is kept, and is no longer in the way of the act itself.
alter table support drop constraint support_is_once_a_day_by_theme_and_mode;
create unique index support_is_once_a_day_by_theme_and_mode
    on support (programme_id, enrolment_id, supported_on, theme_key, mode) where not is_cancelled;

create view mapped_assessment with (security_invoker = true) as
select a.programme_id, a.cohort_id, a.enrolment_id, v.asked as instrument_id, a.wave, a.taken_on, x.answers, i.version
from (
    select m.programme_id, m.from_instrument_id as answered, m.to_instrument_id as asked from item_mapping m
    union
    select m.programme_id, m.to_instrument_id, m.from_instrument_id from item_mapping m
) v
join instrument i on i.programme_id = v.programme_id and i.instrument_id = v.answered
join assessment a on a.programme_id = v.programme_id and a.instrument_id = v.answered
cross join lateral (
    select array_agg(a.answers[p.theirs] order by t.position) as answers
    from item t
    left join (
        select m.to_position as ours, m.from_position as theirs from item_mapping m
        where m.programme_id = v.programme_id and m.from_instrument_id = v.answered and m.to_instrument_id = v.asked
        union all
        select m.from_position, m.to_position from item_mapping m
        where m.programme_id = v.programme_id and m.from_instrument_id = v.asked and m.to_instrument_id = v.answered
    ) p on p.ours = t.position
    where t.programme_id = v.programme_id and t.instrument_id = v.asked) x;
comment on view mapped_assessment is
    'Answers to one version of a questionnaire as answers to another to which a mapping leads, each under the question that asks the same.';
