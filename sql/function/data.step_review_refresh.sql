-- SPDX-License-Identifier: MIT
create function data.step_review_refresh(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_refresh', p_id, p_version);
begin
	update data.review x set since = data.review_since(r.series_id, r.week), row_version = x.row_version + 1 where x.review_id = r.review_id returning * into r;
	perform data.review_fill(r);
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('the agenda of %s is built again: %s items', r.week, (select count(*) from data.review_item i where i.review_id = r.review_id));
	lines := '{}';
end
$$;
comment on function data.step_review_refresh(uuid, int, jsonb) is 'Build the agenda again from how things stand';
