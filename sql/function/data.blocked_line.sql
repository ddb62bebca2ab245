-- SPDX-License-Identifier: MIT
create function data.blocked_line(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when step in ('line_keep') and not l.is_open then format('the line is %s', lower(s.label))
	end
	from data.line l join ref.line_status s on s.code = l.status
	where l.line_id = id
$$;
comment on function data.blocked_line(text, uuid) is 'Why a step cannot be taken on a line as it stands; null if it can';
