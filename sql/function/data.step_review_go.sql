-- SPDX-License-Identifier: MIT
create function data.step_review_go(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_go', p_id, p_version);
	i data.review_item;
begin
	select * into i from data.review_item x where x.review_id = r.review_id and x.position = (cells ->> 'item')::int;
	if not found then
		perform data.refuse_fields(array[format('item: there is no item %s', cells ->> 'item')]);
	end if;
	insert into data.review_place (review_id, item_id) values (r.review_id, i.item_id)
	on conflict (review_id) do update set item_id = i.item_id, moved_at = clock_timestamp(), moved_by = session_user;
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('the meeting is at item %s', i.position);
	lines := '{}';
end
$$;
comment on function data.step_review_go(uuid, int, jsonb) is 'Take the meeting to an item; who follows the chair goes along';
