-- SPDX-License-Identifier: MIT
create function api.dashboard_band_rows(moment text, band text, at_most int default 1000)
returns table (line_id uuid, line_ref text, line_name text, on_day date, unit text, what text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with m as materialized (
		select w.at from data.panel_weeks() w where w.label = moment
	), b as materialized (
		select x.code from ref.band x where x.label = dashboard_band_rows.band
		union all select null where dashboard_band_rows.band = 'No score'
	), v as (
		select l.line_id, l.line_ref, l.name, l.export_npu, l.score, l.status, l.sort_score, l.sort_seen
		from m cross join b join data.line l on l.valid_from <= m.at and l.is_open and l.band is not distinct from b.code
		union all
		select h.line_id, h.line_ref, h.name, h.export_npu, h.score, h.status, h.sort_score, h.sort_seen
		from m cross join b join data.line_history h on upper(h.during) > m.at and h.during @> m.at and h.is_open
			and h.band is not distinct from b.code
	)
	select v.line_id, v.line_ref, v.name, m.at::date, v.export_npu, concat_ws(', ', 'score ' || v.score, s.label)
	from v cross join m left join ref.line_status s on s.code = v.status
	order by v.sort_score, v.sort_seen, v.line_ref
	limit least(at_most, 10000)
$$;
comment on function api.dashboard_band_rows(text, text, int) is 'The lines of a band at one of the moments of api.dashboard_bands, as they stood then';
