-- SPDX-License-Identifier: MIT
create function data.step_review_prepare(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	s data.review_series;
	r data.review;
	mine text := data.my_force();
	meets date := data.parse_day(cells ->> 'meets_on');
	who text;
	there record;
	faults text[];
begin
	select * into s from data.review_series x where x.force = mine and x.name = cells ->> 'series';
	who := coalesce(nullif(cells ->> 'chair', ''), s.chair);
	meets := coalesce(meets, data.week_day(cells ->> 'week', s.weekday));
	select * into there from data.staff_list(cells ->> 'attendees', mine);
	faults := array_remove(array[
		'series: ' || case when s.series_id is null then format('%s has no review of that name', mine) end,
		'week: ' || data.week_fault(cells ->> 'week'),
		'meets_on: ' || case when data.week_fault(cells ->> 'week') is null and to_char(meets, 'IYYY-"W"IW') <> cells ->> 'week'
			then format('%s lies in %s', meets, to_char(meets, 'IYYY-"W"IW')) end,
		'chair: ' || data.chair_fault(who, mine),
		'attendees: ' || array_to_string(there.faults, '; ')], null);
	if faults <> '{}' then
		perform data.refuse_fields(faults);
	end if;
	select * into r from data.review x where x.series_id = s.series_id and (x.week = cells ->> 'week' or x.state = 'closed' and x.meets_on >= meets)
	order by x.week = cells ->> 'week' desc, x.meets_on desc limit 1;
	if found then
		perform data.refuse_fields(array[case when r.week = cells ->> 'week'
			then format('week: %s has its review already, and it is %s', r.week, r.state)
			else format('week: the review of %s is closed, and nothing comes before it', r.week) end]);
	end if;
	r := data.review_new(s, cells ->> 'week', meets, who, there.logins,
		case when coalesce(cells ->> 'units', '') = '' then s.units else array(select data.import_items(cells ->> 'units')) end);
	perform data.review_fill(r);
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('the review of %s on %s is prepared: %s items', r.week, to_char(r.meets_on, 'FMDay DD FMMonth'),
		(select count(*) from data.review_item i where i.review_id = r.review_id));
	lines := '{}';
end
$$;
comment on function data.step_review_prepare(uuid, int, jsonb) is 'Prepare the review of a week';
