-- SPDX-License-Identifier: MIT
create function data.step_review_item_defer(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	i data.review_item := data.review_item_lock('review_item_defer', p_id, p_version);
	r data.review;
	d ref.decision;
	who record;
begin
	select * into strict r from data.review x where x.review_id = i.review_id;
	select * into strict d from ref.decision x where x.code = 'defer';
	select * into who from data.review_decider(r, d, null);
	if who.fault is not null then
		perform data.refuse('GL002', who.fault || '.', 'Ask the chair.');
	end if;
	perform data.review_keep(i, d, who.login, cells, 'it goes to the next review');
	id := i.item_id;
	ref := i.position::text;
	version := (select x.row_version from data.review_item x where x.item_id = i.item_id);
	said := format('item %s goes to the next review', i.position);
	lines := case when i.line_id is null then '{}' else array[i.line_id] end;
end
$$;
comment on function data.step_review_item_defer(uuid, int, jsonb) is 'Put an item off to the next review';
