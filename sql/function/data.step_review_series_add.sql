-- SPDX-License-Identifier: MIT
create function data.step_review_series_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	s data.review_series;
	mine text := data.my_force();
	fault text := data.chair_fault(cells ->> 'chair', mine);
begin
	if fault is not null then
		perform data.refuse_fields(array['chair: ' || fault]);
	elsif exists (select from data.review_series x where x.force = mine and lower(x.name) = lower(cells ->> 'name')) then
		perform data.refuse_fields(array['name: there is a review of that name']);
	end if;
	insert into data.review_series (name, force, weekday, chair, units, top_n)
	values (cells ->> 'name', mine, (select w.position from ref.word w where w.vocabulary = 'weekday' and w.code = cells ->> 'weekday'),
		cells ->> 'chair', array(select data.import_items(coalesce(cells ->> 'units', ''))), coalesce(nullif(cells ->> 'top_n', '')::int, 10))
	returning * into s;
	id := s.series_id;
	ref := s.name;
	version := 1;
	said := format('%s meets every %s, chaired by %s', s.name, cells ->> 'weekday', s.chair);
	lines := '{}';
end
$$;
comment on function data.step_review_series_add(uuid, int, jsonb) is 'Set up a meeting that comes back every week';
