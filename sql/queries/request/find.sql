-- What was answered to the request of key $3, sent with pass $2 of programme $1, and the hash of what it asked.
select k.request_sha256, k.status, k.answer
from request_key k
where k.programme_id = $1 and k.pass_id = $2 and k.key = $3
