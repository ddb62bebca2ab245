-- SPDX-License-Identifier: MIT
create function data.review_item_lock(p_step text, p_id uuid, p_version int) returns data.review_item
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	i data.review_item;
	blocked text;
begin
	perform from data.review r where r.review_id = (select x.review_id from data.review_item x where x.item_id = p_id) for share;
	select * into strict i from data.review_item where item_id = p_id for update;
	if i.row_version is distinct from p_version then
		perform data.refuse_stale('Item ' || i.position, p_version, i.row_version, i.changed_by);
	end if;
	blocked := data.blocked_review_item(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('Item %s: %s.', i.position, blocked), case when exists (select from data.review r where r.review_id = i.review_id and r.state = 'closed')
			then 'A late note can still be added to it; what is typed here stays as a draft.' else 'Look at the agenda again.' end);
	end if;
	return i;
end
$$;
comment on function data.review_item_lock(text, uuid, int) is 'The item a step is about to change, locked, as the caller saw it, in a review that nobody closes meanwhile';
