-- SPDX-License-Identifier: MIT
create function data.grid_week_cells(p_how text, p_line data.line_history, p_was data.line_history, out keys text[], out told text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(array_agg(n.key order by n.key), '{}'),
		string_agg(format('%s %s, was %s', replace(n.key, '_', ' '), coalesce(nullif(n.value, ''), 'none'), coalesce(nullif(w.value, ''), 'none')),
			'; ' order by n.key)
	from jsonb_each_text(data.line_cells_at(p_line)) n
	join jsonb_each_text(data.line_cells_at(p_was)) w using (key)
	where p_how not in ('', 'new') and n.value is distinct from w.value
$$;
comment on function data.grid_week_cells(text, data.line_history, data.line_history) is 'Which cells of a line changed, and how, in words';
