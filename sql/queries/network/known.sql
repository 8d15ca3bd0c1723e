-- How many staged lines say what is there already: somebody who was named, or whoever answered and named nobody.
select count(*) as known
from staged_naming s
where exists (
        select from network_naming m
        where m.programme_id = $1 and m.enrolment_id = s.enrolment_id and m.wave = s.wave and m.question = s.question
            and m.other_enrolment_id = s.other_enrolment_id)
    or s.other is null and exists (
        select from network_answer w
        where w.programme_id = $1 and w.enrolment_id = s.enrolment_id and w.wave = s.wave and w.question = s.question)
