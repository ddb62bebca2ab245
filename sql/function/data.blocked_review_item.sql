-- SPDX-License-Identifier: MIT
create function data.blocked_review_item(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when r.state = 'closed' then format('the review of %s is closed', r.week)
		when i.state <> 'open' and step in ('review_decide', 'review_item_defer')
			then format('it is %s already; a correction can be added', i.state)
		when step = 'review_decide' and r.state = 'prepared' then format('the review of %s has not begun', r.week)
		when step = 'review_decide' and l.merged_into is not null
			then format('its line was merged meanwhile into %s: defer it, or add the one that goes on', data.line_shown(l.merged_into))
	end
	from data.review_item i join data.review r using (review_id) left join data.line l using (line_id)
	where i.item_id = id
$$;
comment on function data.blocked_review_item(text, uuid) is 'Why a step cannot be taken on an item as it stands; null if it can';
