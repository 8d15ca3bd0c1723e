-- Undoes the merge by which person $3 of programme $1 became another: the places that moved go back.
insert into participant_merge (programme_id, merge_id, kept_id, gone_id, undoes, enrolments, reason)
select m.programme_id, $2, m.kept_id, m.gone_id, m.merge_id, m.enrolments, $4
from participant_merge m
where m.programme_id = $1 and m.gone_id = $3 and m.undoes is null and not exists (
    select from participant_merge u where u.programme_id = m.programme_id and u.undoes = m.merge_id)
