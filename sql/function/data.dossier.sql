-- SPDX-License-Identifier: MIT
create function data.dossier(token uuid) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	c audit.consultation := data.dossier_open(token);
begin
	return jsonb_build_object('kind', c.object_kind, 'id', c.object_id, 'entry', c.entry_id,
		'numbers', case when c.object_kind = 'line' then (
			select coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'kind', n.kind, 'state', n.state,
				'first_seen', n.first_seen, 'last_seen', n.last_seen) order by n.number), '[]')
			from data.line_number n where n.line_id = c.object_id) else '[]' end,
		'panes', coalesce((
			select jsonb_object_agg(p.pane, p.rows)
			from (
				select r.pane, jsonb_agg(jsonb_build_object('cells', r.cells, 'more', r.more, 'mark', r.mark, 'object', r.object,
					'id', r.object_id) order by r.place) as rows
				from data.dossier_rows(token) r group by r.pane
			) p), '{}'));
end
$$;
comment on function data.dossier(uuid) is 'The personal data a committed consultation opens';
