-- Says, for this transaction, to whom access is asked: the e-mail address of the person without an id.
select set_config('cohorte.person', $1, true) as words
