-- SPDX-License-Identifier: MIT
-- Counted by the day things happened, as they were known at a moment: what was entered, voided or revoked
-- after it does not count. Programme and force-wide figures are measures of their own.
create function api.outcome_counts(from_day date, to_day date, as_at timestamptz default null)
returns table (measure text, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.measure, c.n from data.outcome_counts(from_day, to_day, coalesce(as_at, data.clock())) c
	where case when data.my_force() is null then data.refuse('GL001', 'The login has no place in Gridline.',
		'Ask the administrator for one.') else true end
$$;
comment on function api.outcome_counts(date, date, timestamptz) is 'Outcomes counted over a period, as known at a moment';
