-- SPDX-License-Identifier: MIT
-- Three numbers a place; the note is the tile's row and column and the place's name, without a tile just the name.
-- Places without lines stand there with 0 while they are valid. The filter is what narrows the grid of a place to the
-- lines a number counts.
create function api.map()
returns table (series text, label text, value bigint, note text, filter text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with cell as (
		select c.export_unit, c.export_force, c.band, c.n from data.place_sums() c where c.area = ''
		union all
		select c.export_unit, c.export_force, c.band, c.n
		from data.place_extra() e join data.line l using (line_id) cross join lateral data.place_cells(l) c
		where not e.in_sums and c.area = ''
	), standing as (
		select coalesce(nullif(c.export_unit, ''), c.export_force) as place, sum(c.n)::bigint as lines,
			(sum(c.n) filter (where b.position <= 2))::bigint as top
		from cell c left join ref.band b on b.code = c.band
		group by 1
	), tasked as (
		select coalesce(l.export_npu, l.export_force) as place, sum(l.open_taskings) as taskings
		from data.line l where l.open_taskings > 0 and l.is_open
		group by 1
	), counted as (
		select s.place, s.lines, s.top, t.taskings from standing s left join tasked t using (place)
	), ground as (
		select u.code, u.label, u.position as n from ref.unit u, ref.clock k
		where u.kind in ('npu', 'lpa') and k.today between u.valid_from and u.valid_to
		union all
		select f.code, f.code, 100 + f.position from ref.force f
	), place as (
		select coalesce(g.code, c.place) as code, coalesce(g.label, c.place) as name, g.n, t.map_row, t.map_col,
			coalesce(c.lines, 0) as lines, coalesce(c.top, 0) as top, coalesce(c.taskings, 0) as taskings
		from ground g full join counted c on c.place = g.code left join ref.map_tile t on t.code = g.code
		where c.place is not null or t.code is not null and g.code <> data.my_force()
	), highest as (
		select string_agg(case when b.position = 1 then b.label else lower(b.label) end, ' and ' order by b.position) as name,
			'band:' || string_agg(b.code, ',' order by b.position) as filter
		from ref.band b where b.position <= 2
	)
	select m.series, p.code, m.value, concat_ws(' ', p.map_row, p.map_col, p.name), m.filter
	from place p cross join highest h
	cross join lateral (values (1, 'Lines', p.lines, ''), (2, h.name, p.top, h.filter), (3, 'Open taskings', p.taskings::bigint, 'has:taskings'))
		m (n, series, value, filter)
	order by m.n, p.map_row, p.map_col, p.n, p.code
$$;
comment on function api.map() is 'Open lines the caller sees by the unit or force they are run from: how many, in the two highest bands, open taskings';
