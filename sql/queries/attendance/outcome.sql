-- What each staged line does: mark, correct, or nothing.
select s.line, s.outcome from staged_attendance s order by s.line
