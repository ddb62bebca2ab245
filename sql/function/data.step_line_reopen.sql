-- SPDX-License-Identifier: MIT
create function data.step_line_reopen(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_reopen', p_id, p_version);
begin
	update data.line x set status = 're-opened', last_review = data.clock()::date where x.line_id = l.line_id returning x.row_version into version;
	id := l.line_id;
	ref := l.line_ref;
	version := coalesce(version, l.row_version);
	said := format('%s is open again', ref);
	lines := array[id];
end
$$;
comment on function data.step_line_reopen(uuid, int, jsonb) is 'Open a closed line again';
