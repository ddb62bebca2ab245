-- SPDX-License-Identifier: MIT
create function data.review_fill(r data.review) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with reason as materialized (
		select x.*, k.position as place from data.review_reasons(r) x join ref.review_kind k on k.code = x.kind
	), item as materialized (
		select x.line_id, x.group_id, (array_agg(x.kind order by x.place, x.urgency))[1] as kind, min(x.place) as place,
			(array_agg(x.urgency order by x.place, x.urgency))[1] as urgency,
			array_agg(k.label || ': ' || x.reason order by x.place, x.urgency) as why
		from reason x join ref.review_kind k on k.code = x.kind group by x.line_id, x.group_id
	), gone as (
		delete from data.review_item i where i.review_id = r.review_id and i.added_by is null and i.carried_from is null and i.state = 'open'
			and not exists (select from item n where n.line_id is not distinct from i.line_id and n.group_id is not distinct from i.group_id)
		returning i.item_id
	), kept as (
		update data.review_item i set why = case when i.carried_from is not null then i.why[1:1] else '{}' end || n.why,
			kind = case when i.carried_from is not null then i.kind else n.kind end
		from item n where i.review_id = r.review_id and i.state = 'open' and n.line_id is not distinct from i.line_id and n.group_id is not distinct from i.group_id
			and i.added_by is null
		returning i.item_id
	)
	insert into data.review_item (review_id, position, kind, line_id, group_id, why)
	select r.review_id, coalesce((select max(i.position) from data.review_item i where i.review_id = r.review_id), 0)
			+ row_number() over (order by n.place, n.urgency, n.line_id), n.kind, n.line_id, n.group_id, n.why
	from item n
	where not exists (select from data.review_item i where i.review_id = r.review_id and i.added_by is null
		and i.line_id is not distinct from n.line_id and i.group_id is not distinct from n.group_id)
$$;
comment on function data.review_fill(data.review) is 'Bring the agenda of a review up to how things stand: what was added or deferred to it stays, what no longer holds goes';
