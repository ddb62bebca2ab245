-- SPDX-License-Identifier: MIT
create function data.step_review_item_move(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	i data.review_item := data.review_item_lock('review_item_move', p_id, p_version);
	last int := (select max(x.position) from data.review_item x where x.review_id = i.review_id);
	place int := least(greatest((cells ->> 'to')::int, 1), last);
begin
	update data.review_item x
	set position = case when x.item_id = i.item_id then place when i.position < place then x.position - 1 else x.position + 1 end
	where x.review_id = i.review_id and x.position between least(i.position, place) and greatest(i.position, place) and i.position <> place;
	id := i.item_id;
	ref := place::text;
	version := (select x.row_version from data.review_item x where x.item_id = i.item_id);
	said := format('item %s is item %s now', i.position, place);
	lines := '{}';
end
$$;
comment on function data.step_review_item_move(uuid, int, jsonb) is 'Move an item on the agenda';
