-- SPDX-License-Identifier: MIT
create function data.blocked_line(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when step in ('line_keep', 'line_edit', 'line_numbers', 'line_dormant', 'line_close', 'type1_claim', 'type2_claim',
			'assess_propose') and not l.is_open
			then format('the line is %s', lower(s.label))
		when step = 'task_raise' then data.tasking_wall(l.line_id)
		when step = 'line_dormant' and l.status = 'dormant' then 'it is dormant already'
		when step = 'line_wake' and l.status <> 'dormant' then 'it is not dormant'
		when step = 'line_reopen' and l.status in ('closed-type1-provisional', 'closed-type1-verified')
			then 'its Type 1 outcome stands: revoke that first'
		when step = 'line_reopen' and (l.is_open or l.status = 'merged') then 'it is not closed'
		when step = 'line_unmerge' and l.merged_into is null then 'it is not merged'
		when step = 'line_close' and data.line_open_taskings(l.line_id) is not null
			then format('complete or cancel its open taskings first: %s', data.line_open_taskings(l.line_id))
		when step in ('line_close', 'type1_claim', 'type2_claim') and exists (select from data.deconfliction d
				where d.is_open and l.line_id in (d.line_a, d.line_b))
			then 'it may be the same as another line: deconflict them first'
		when step in ('type1_claim', 'type2_claim') and exists (select from data.closure c where c.line_id = l.line_id
				and (c.state in ('claimed', 'provisional') or c.kind = 'type1' and c.state = 'verified'))
			then 'an outcome is claimed already'
		when step = 'assess_propose' and exists (select from data.assessment a
				where a.line_id = l.line_id and a.state in ('proposed', 'moderated'))
			then 'an assessment is under way already'
	end
	from data.line l join ref.line_status s on s.code = l.status
	where l.line_id = id
$$;
comment on function data.blocked_line(text, uuid) is 'Why a step cannot be taken on a line as it stands; null if it can';
