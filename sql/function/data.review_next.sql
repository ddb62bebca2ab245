-- SPDX-License-Identifier: MIT
create function data.review_next(r data.review) returns data.review
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	s data.review_series;
	n data.review;
	next_week text := to_char(r.meets_on + 7, 'IYYY-"W"IW');
begin
	select * into strict s from data.review_series x where x.series_id = r.series_id;
	select * into n from data.review x where x.series_id = r.series_id and x.state = 'prepared' and x.meets_on > r.meets_on order by x.meets_on limit 1;
	if not found then
		n := data.review_new(s, next_week, data.week_day(next_week, s.weekday), s.chair, '{}', s.units);
	end if;
	update data.review x set since = r.frozen_at where x.review_id = n.review_id;
	insert into data.review_item (review_id, position, kind, line_id, group_id, subject, why, carried_from, carried)
	select n.review_id, coalesce((select max(x.position) from data.review_item x where x.review_id = n.review_id), 0) + row_number() over (order by i.position),
		'carried', i.line_id, i.group_id, i.subject, array[format('deferred on %s: %s', r.meets_on, d.rationale)], i.item_id, i.carried + 1
	from data.review_item i join data.review_decision d using (item_id)
	where i.review_id = r.review_id and i.state = 'deferred'
		and not exists (select from data.review_item x where x.review_id = n.review_id and x.added_by is null and x.line_id = i.line_id);
	return n;
end
$$;
comment on function data.review_next(data.review) is 'The next review of a series, with what this one deferred';
