-- SPDX-License-Identifier: MIT
-- A panel has all its cells, those with nothing in them, too. Last year is shown to its end.
create function data.panel_frame(panel text) returns table (n int, series text, label text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select i, to_char(s.from_day, 'YYYY') || '/' || to_char(s.from_day + interval '1 year', 'YY'),
		to_char(s.from_day + make_interval(months => i), 'Mon')
	from data.panel_span() s cross join generate_series(0, 11) i
	where panel = 'type1' and s.from_day + make_interval(months => i) <= s.to_day
	union all
	select 12 + i, to_char(s.from_day - interval '1 year', 'YYYY') || '/' || to_char(s.from_day, 'YY'),
		to_char(s.from_day + make_interval(months => i), 'Mon')
	from data.panel_span() s cross join generate_series(0, 11) i
	where panel = 'type1'
	union all
	select m.n, '', m.label from data.panel_months() m where panel in ('charges', 'safeguarding', 'arrests')
	union all
	select m.n * 10 + x.n, m.label, x.label
	from data.panel_months() m cross join (values (1, 'Arrested'), (2, 'Linked to drugs'), (3, 'Trafficking')) x (n, label)
	where panel = 'socex'
	union all
	select g.position * 10 + p.position, initcap(g.code), p.code
	from ref.word g cross join ref.word p cross join ref.clock c
	where panel in ('disruptions', 'disruptions_force') and g.vocabulary = 'grade' and p.vocabulary = 'four_p'
		and c.today between g.valid_from and g.valid_to and c.today between p.valid_from and p.valid_to
	union all
	select b.n, '', b.label from data.closing_buckets() b where panel = 'closing'
$$;
comment on function data.panel_frame(text) is 'The cells of a panel in their order';
