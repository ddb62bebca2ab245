-- SPDX-License-Identifier: MIT
create function data.values_review_prepare(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.name, x.value, x.note
	from (select) one
	left join lateral (select y.* from data.review_series y where y.force = data.my_force() order by y.name limit 1) s on true
	left join lateral (select to_char(greatest(max(r.meets_on) + 7, data.clock()::date), 'IYYY-"W"IW') as week from data.review r where r.series_id = s.series_id) n on true
	cross join lateral (values ('', '0', ''), ('series', s.name, ''), ('week', n.week, ''), ('chair', s.chair, ''),
		('units', array_to_string(s.units, '; '), '')) x (name, value, note)
$$;
comment on function data.values_review_prepare(uuid) is 'The first series of the force and the week that comes next';
