-- SPDX-License-Identifier: MIT
create view api.groups as
	select g.group_id, g.group_ref, g.kind, g.name, g.mapped, g.band,
		t.open_lines, t.top_score, t.lines,
		g.name_key, g.search_text, g.row_version as version
	from data.crime_group g
	cross join lateral (
		select count(*) filter (where l.is_open) as open_lines,
			max(l.score) filter (where l.is_open) as top_score,
			coalesce(string_agg(l.line_ref, ';' order by l.sort_score, l.sort_seen, l.line_ref)
				filter (where l.is_open), '') as lines
		from data.line l
		where l.line_id in (select lg.line_id from data.line_group lg, ref.clock c
			where lg.group_id = g.group_id and c.today between lg.valid_from and lg.valid_to)
	) t;
comment on view api.groups is 'Groups with those of their open lines the caller may see';
