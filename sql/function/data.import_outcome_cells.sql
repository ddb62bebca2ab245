-- SPDX-License-Identifier: MIT
-- A row as the form of its claim has it. For a Type 2, what was recovered is the number that was deactivated:
-- on the day of the outcome, and as the file says, where the row does not.
create function data.import_outcome_cells(cells jsonb, p_file text) returns jsonb
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case lower(cells ->> 'kind') when 'type2'
		then cells - array['recovered_on', 'recovered_source'] || jsonb_build_object(
			'deactivated_on', coalesce(nullif(cells ->> 'recovered_on', ''), cells ->> 'on'),
			'deactivated_source', coalesce(nullif(cells ->> 'recovered_source', ''), 'file ' || p_file))
		else cells end
$$;
comment on function data.import_outcome_cells(jsonb, text) is 'A row of outcomes as the fields of a claim';
