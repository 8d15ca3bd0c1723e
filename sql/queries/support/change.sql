-- Changes the act of support $2, which keeps what it was; $12 is why.
update support
set minutes = $3, framework = $4, competence = $5, autonomy = $6, outcome = $7, next_action = $8, due_on = $9,
    done_on = $10, is_cancelled = $11, reason = $12
where programme_id = $1 and support_id = $2
