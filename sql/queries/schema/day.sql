-- The day in Paris at an instant ($1), or today.
select (coalesce($1::timestamptz, now()) at time zone 'Europe/Paris')::date as day
