-- SPDX-License-Identifier: MIT
create function data.step_line_unmerge(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_unmerge', p_id, p_version);
begin
	update data.line x set status = coalesce(l.status_before, 're-opened'), merged_into = null, status_before = null
	where x.line_id = l.line_id returning x.row_version into version;
	delete from data.line_alias a where a.line_id = l.merged_into and a.alias = l.name
		and not exists (select from data.line_history h
			where h.line_id = l.merged_into and h.valid_from < l.valid_from and l.name = any (h.aliases));
	update data.deconfliction d set state = 'open', decided_on = null, decided_by = null, into_line = null,
		rationale = '', row_version = d.row_version + 1
	where d.state = 'merged' and d.line_a = least(l.line_id, l.merged_into) and d.line_b = greatest(l.line_id, l.merged_into);
	id := l.line_id;
	ref := l.line_ref;
	said := format('%s is a line of its own again; whether it is the same is open', ref);
	lines := '{}';
	perform data.pair_told(id, l.merged_into, 'line_unmerge', id, 'A merge was undone', cells ->> 'reason');
end
$$;
comment on function data.step_line_unmerge(uuid, int, jsonb) is 'Undo a merge: a change of its own, the merge stays in the history';
