-- What was published of cohort $2 up to number $3, or ever: which sums over whom, in order.
select p.told from publication p
where p.programme_id = $1 and p.cohort_id = $2 and ($3::integer is null or p.number < $3)
order by p.number
