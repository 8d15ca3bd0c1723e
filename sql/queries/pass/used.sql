-- Notes that pass $2 of programme $1 was used at instant $3, if that is later than what is noted.
update pass p set last_used_at = $3
where p.programme_id = $1 and p.pass_id = $2
