-- SPDX-License-Identifier: MIT
-- Cells may still be words that are no number: those are told elsewhere.
create function data.disruption_faults(cells jsonb) returns text[]
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select array_remove(array[
		case when n.drugs > n.arrested then 'arrested_drugs: more than were arrested' end,
		case when n.outcomes > n.drugs then 'trafficking_outcomes: more than were linked to drugs' end], null)
	from (select substring(coalesce(nullif(cells ->> 'arrested', ''), '0') from '^[0-9]{1,9}$')::int as arrested,
		substring(coalesce(nullif(cells ->> 'arrested_drugs', ''), '0') from '^[0-9]{1,9}$')::int as drugs,
		substring(coalesce(nullif(cells ->> 'trafficking_outcomes', ''), '0') from '^[0-9]{1,9}$')::int as outcomes) n
$$;
comment on function data.disruption_faults(jsonb) is 'What is wrong with the counts of a disruption: each count is part of the one before';
