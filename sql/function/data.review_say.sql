-- SPDX-License-Identifier: MIT
create function data.review_say(r data.review, p_kind text, cells jsonb) returns data.review_item
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	i data.review_item;
begin
	if coalesce(cells ->> 'item', '') <> '' then
		select * into i from data.review_item x where x.review_id = r.review_id and x.position = (cells ->> 'item')::int
			and (x.line_id is null or data.line_seen(x.line_id));
		if not found then
			perform data.refuse_fields(array[format('item: there is no item %s', cells ->> 'item')]);
		elsif p_kind = 'correction' and i.state = 'open' then
			perform data.refuse_fields(array[format('item: nothing is decided on item %s yet', i.position)]);
		end if;
	end if;
	insert into data.review_note (review_id, item_id, kind, text, reason, late, at)
	values (r.review_id, i.item_id, p_kind, cells ->> 'note', coalesce(cells ->> 'reason', ''), r.state = 'closed', data.clock());
	return i;
end
$$;
comment on function data.review_say(data.review, text, jsonb) is 'Add a note or a correction to a review';
