-- SPDX-License-Identifier: MIT
-- Of a group that is not that old here, or whose versions were not kept yet, the oldest that is known counts.
create function data.group_mapped(p_group uuid, known timestamptz) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.mapped
	from (
		select g.mapped, g.valid_from as since from data.crime_group g where g.group_id = p_group
		union all
		select h.mapped, lower(h.during) from data.group_history h where h.group_id = p_group
	) v
	order by v.since > known, case when v.since <= known then v.since end desc, v.since
	limit 1
$$;
comment on function data.group_mapped(uuid, timestamptz) is 'Was a group on the national mapping, as was known at a moment';
