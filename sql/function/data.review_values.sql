-- SPDX-License-Identifier: MIT
create function data.review_values(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.name, x.value, x.note
	from data.review r join data.review_series s using (series_id)
	cross join lateral (values
		('', r.row_version::text, format('%s, %s, %s', s.name, r.week, to_char(r.meets_on, 'FMDay DD FMMonth YYYY'))),
		('chair', r.chair, ''),
		('attendees', array_to_string(r.attendees, '; '), ''),
		('units', array_to_string(r.units, '; '), '')) x (name, value, note)
	where r.review_id = id
$$;
comment on function data.review_values(uuid) is 'What the forms of a review begin with';
