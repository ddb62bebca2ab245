-- SPDX-License-Identifier: MIT
create function data.review_new(s data.review_series, p_week text, p_meets date, p_chair text, p_attendees text[], p_units text[]) returns data.review
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.review (series_id, force, week, meets_on, chair, attendees, units, prepared_at, since)
	values (s.series_id, s.force, p_week, p_meets, p_chair, p_attendees, p_units, data.clock(), data.review_since(s.series_id, p_week))
	returning *
$$;
comment on function data.review_new(data.review_series, text, date, text, text[], text[]) is 'Make a review of a series for a week';
