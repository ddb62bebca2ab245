-- SPDX-License-Identifier: MIT
create function data.values_assess_second(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', a.row_version::text, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer))
	from data.assessment a join data.line l using (line_id) where a.assessment_id = id
	union all
	select v.* from data.assessment a cross join lateral data.factor_values(a.line_id, null) v where a.assessment_id = id
$$;
comment on function data.values_assess_second(uuid) is 'Which assessment, and what its form begins with';
