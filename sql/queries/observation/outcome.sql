-- What each staged line does: add, correct, answer, or nothing.
select s.line, s.outcome from staged_observation s order by s.line
