-- SPDX-License-Identifier: MIT
create function data.item_values(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.name, x.value, x.note
	from data.review_item i join data.review r using (review_id)
	left join data.line l using (line_id) left join data.crime_group g using (group_id)
	cross join lateral (values
		('', i.row_version::text, format('item %s: %s', i.position, concat_ws(' ', l.line_ref, nullif(l.name, ''), g.group_ref, nullif(i.subject, '')))),
		('to', i.position::text, ''),
		('decided_by', case when data.review_authority(r, session_user) is not null then session_user else r.chair end, '')) x (name, value, note)
	where i.item_id = id
$$;
comment on function data.item_values(uuid) is 'What the forms of an item begin with';
