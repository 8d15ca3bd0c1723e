-- What is wrong with the staged observations by version $2 of the grid, line by line; $3 is today.
with clock as (
    select s.line, l.column_name, l.at, l.told::timestamp as local, l.told ~ '[+-][0-9]{2}:[0-9]{2}$' as has_offset
    from staged_observation s
    cross join lateral (values ('sent_at', s.sent, s.sent_at), ('replied_at', s.replied, s.replied_at))
        as l (column_name, told, at)
    where l.told is not null
), mail as (
    select s.* from staged_observation s where s.is_mail and s.missing is null
)
select s.line, 'criterion' as column_name, 'criterion_unknown' as fault,
    coalesce((select string_agg(k.code, ', ' order by k.position) from criterion k where k.grid = $2), '') as detail
from staged_observation s where s.code is null
union all
select s.line, 'criterion', case s.unit_kind when 'provider' then 'criterion_is_for_providers' else 'criterion_is_for_communes' end,
    s.code || ' ' || s.unit
from staged_observation s where s.is_other_unit
union all
select s.line, 'cohort', 'cohort_unknown',
    coalesce((select string_agg(h.code, ', ' order by h.code) from cohort h where h.programme_id = $1), '')
from staged_observation s where s.cohort is not null and s.cohort_id is null
union all
select s.line, 'unit', case s.unit_kind when 'provider' then 'provider_unknown' else 'commune_unknown' end, s.unit
from staged_observation s where s.code is not null and s.office_id is null and not s.is_other_unit
union all
select s.line, 'unit', 'provider_ambiguous', s.unit
from staged_observation s where s.unit_kind = 'provider' and s.providers > 1 and uuid_or_null(s.unit) is null
union all
select s.line, 'unit', 'commune_ambiguous', s.unit
from staged_observation s where s.unit_kind = 'commune' and s.communes > 1 and s.insee <> upper(s.unit)
union all
select s.line, 'value', 'mail_seen_as_value', s.code from mail s where s.value is not null
union all
select s.line, 'sent_at', 'mail_without_sending', s.code from mail s where s.sent is null and s.value is null
union all
select s.line, 'kind', 'mail_without_kind', s.code from mail s where s.kind is null and s.value is null
union all
select s.line, 'kind', 'value_seen_as_mail', s.code
from staged_observation s where not s.is_mail and num_nonnulls(s.sent, s.replied, s.kind) > 0
union all
select s.line, 'sent_at', 'mail_both_sent_and_missing', s.code
from staged_observation s where s.is_mail and s.missing is not null and num_nonnulls(s.sent, s.replied, s.kind) > 0
union all
select s.line, 'value', 'value_empty', s.code
from staged_observation s where not s.is_mail and num_nonnulls(s.value, s.missing, s.sent, s.replied, s.kind) = 0
union all
select s.line, 'date', 'date_empty', ''
from staged_observation s where s.observed_on is null and (s.sent is null or not s.is_mail) and s.office_id is not null
union all
select s.line, 'replied_at', 'reply_before_sending', s.sent from mail s where s.replied_at <= s.sent_at
union all
select s.line, 'replied_at', 'reply_without_time', s.kind
from mail s where s.replied is null and s.kind not in ('none', 'automatic')
union all
select s.line, 'replied_at', 'reply_of_no_kind', s.kind from mail s where s.replied is not null and s.kind = 'none'
union all
select k.line, k.column_name, 'time_does_not_exist', concat_ws(' ', to_char(k.local, 'HH24:MI'),
    to_char((k.at - interval '1 hour') at time zone 'Europe/Paris', 'HH24:MI'), to_char(k.at at time zone 'Europe/Paris', 'HH24:MI'))
from clock k where not k.has_offset and k.at at time zone 'Europe/Paris' <> k.local
union all
select k.line, k.column_name, 'instant_is_ambiguous', to_char(k.local, 'YYYY-MM-DD HH24:MI')
from clock k
where not k.has_offset and ((k.at - interval '1 hour') at time zone 'Europe/Paris' = k.local
    or (k.at + interval '1 hour') at time zone 'Europe/Paris' = k.local)
union all
select k.line, k.column_name, 'day_in_the_future', (k.at at time zone 'Europe/Paris')::date::text
from clock k where (k.at at time zone 'Europe/Paris')::date > $3
union all
select s.line, 'date', 'day_in_the_future', s.observed_on::text
from staged_observation s where s.observed_on > $3 and (s.sent is null or not s.is_mail)
union all
select d.line, 'criterion', 'duplicate_line', d.first_line::text
from (select s.line, min(s.line) over
        (partition by s.provider_id, s.insee, s.campaign, s.code, s.wave, fold(s.observer)) as first_line
    from staged_observation s where s.office_id is not null) d
where d.line > d.first_line
union all
select s.line, 'observer', 'observed_by_two_already', concat_ws(', ',
    (select string_agg(b.observer, ', ' order by b.rank) from observation b
    where b.programme_id = $1 and b.grid = $2 and b.criterion = s.code and b.wave = s.wave and b.campaign = s.campaign
        and (b.provider_id = s.provider_id or b.insee = s.insee)),
    (select string_agg(b.observer, ', ' order by b.rank) from staged_observation b
    where b.known_id is null and b.rank <= 2 and b.code = s.code and b.wave = s.wave and b.campaign = s.campaign
        and (b.provider_id = s.provider_id or b.insee = s.insee) and fold(b.observer) <> fold(s.observer)))
from staged_observation s where s.rank > 2
union all
select s.line, 'reason', 'observed_otherwise', coalesce(o.value::text, o.missing, o.kind)
from staged_observation s
join observation o on o.programme_id = $1 and o.observation_id = s.known_id
where s.outcome = 'corrected' and s.reason is null
order by 1, 2, 3
