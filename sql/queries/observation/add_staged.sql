-- Adds the staged observations that are new, made by version $2 of the grid.
insert into observation (programme_id, observation_id, office_id, unit, provider_id, insee, grid, criterion, is_mail, wave,
    rank, observed_on, observer, value, missing, sent_at, replied_at, kind, evidence, reason,
    cohort_id)
select $1, s.observation_id, s.office_id, s.unit_kind, s.provider_id, s.insee, $2, s.code, s.is_mail, s.wave, s.rank,
    s.observed_on, s.observer, s.value, s.missing, s.sent_at, s.replied_at, s.kind, s.evidence, s.reason,
    s.cohort_id
from staged_observation s
where s.outcome = 'added'
order by s.line
