-- SPDX-License-Identifier: MIT
create function data.freeze_hash(r data.review, figures jsonb) returns bytea
language sql stable
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set search_path = pg_catalog, pg_temp
as $$
	select sha256(coalesce((select p.frozen_hash from data.review p where p.review_id = r.frozen_after), '') || convert_to(
		jsonb_build_array(r.review_id, r.series_id, r.force, r.week, r.meets_on, r.chair, r.attendees, r.units, r.opened_at, r.opened_by,
			r.closed_at, r.closed_by, r.frozen_at, figures,
			(select jsonb_agg(to_jsonb(i) order by i.item_id) from data.review_item i where i.review_id = r.review_id),
			(select jsonb_agg(to_jsonb(d) order by d.item_id) from data.review_decision d where d.review_id = r.review_id),
			(select jsonb_agg(to_jsonb(t) order by t.tasking_id) from data.review_tasking t where t.review_id = r.review_id),
			(select jsonb_agg(to_jsonb(c) order by c.n) from data.review_chair c where c.review_id = r.review_id),
			(select jsonb_agg(to_jsonb(n) order by n.note_id) from data.review_note n where n.review_id = r.review_id and not n.late)
		)::text, 'UTF8')
		|| data.versions_hash(coalesce((select p.frozen_at from data.review p where p.review_id = r.frozen_after), '-infinity'), r.frozen_at))
$$;
comment on function data.freeze_hash(data.review, jsonb) is 'What a freeze comes to: the freeze before it, the review, and every version since';
