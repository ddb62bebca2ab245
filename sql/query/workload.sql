-- What units have to do, as a whole and by operation, and what they answered and did in time between two days.
select unit, unit_label, case operation when '' then 'no operation' else coalesce(operation, '') end, open, late, answered, answered_in_time,
	completed, completed_in_time, capacity
from api.workload($1::date, $2::date);
