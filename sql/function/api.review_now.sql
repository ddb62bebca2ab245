-- SPDX-License-Identifier: MIT
-- In plpgsql, which keeps its plan: every follower asks this, and the card, at each step of the chair.
create function api.review_now() returns table (review_id uuid, week text, state text, item_id uuid, item int, items bigint, chair text, moved_by text, moved_at timestamptz, opened_at timestamptz, clock timestamptz, version int, leads boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	select r.review_id, r.week, r.state, i.item_id, i.position, (select count(*) from data.review_item x where x.review_id = r.review_id),
		r.chair, p.moved_by, p.moved_at, r.opened_at, c.at, r.row_version,
		r.state = 'open' and (session_user in (r.chair, r.opened_by) or coalesce((select d.act = 'delegate' from data.review_chair d
			where d.review_id = r.review_id and d.login = session_user and d.act in ('delegate', 'end') order by d.n desc limit 1), false))
	from data.review r
	cross join ref.clock c
	left join data.review_place p using (review_id)
	left join data.review_item i on i.item_id = p.item_id
	where r.state <> 'closed'
	order by r.state = 'open' desc, r.meets_on
	limit 1;
end
$$;
comment on function api.review_now() is 'The review that is on, or else the next one prepared, and the item it is at: what a console that follows the chair asks for';
