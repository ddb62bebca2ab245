-- SPDX-License-Identifier: MIT
create function data.values_assess_propose(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', l.row_version::text, concat_ws(' ', l.line_ref, l.name) from data.line l where l.line_id = id
	union all
	select v.* from data.line l
	cross join lateral data.factor_values(id, coalesce(
		(select a.assessment_id from data.assessment a where a.line_id = id and a.state = 'returned'
			and a.created_at > (select coalesce(max(s.created_at), '-infinity') from data.assessment s where s.assessment_id = l.assessment_id)
			order by a.created_at desc limit 1), l.assessment_id)) v
	where l.line_id = id
$$;
comment on function data.values_assess_propose(uuid) is 'A new proposal begins from what was returned, or else from what is signed';
