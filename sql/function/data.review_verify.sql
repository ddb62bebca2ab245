-- SPDX-License-Identifier: MIT
create function data.review_verify() returns table (force text, week text, frozen_at timestamptz, hash text, intact boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select r.force, r.week, r.frozen_at, encode(r.frozen_hash, 'hex'),
		r.frozen_hash = data.freeze_hash(r, data.review_frozen(
			(select jsonb_agg(jsonb_build_array(f.measure, f.n) order by f.position) from data.review_figure f where f.review_id = r.review_id),
			(select jsonb_agg(to_jsonb(b) order by b.position) from data.review_board b where b.review_id = r.review_id)))
	from data.review r where r.state = 'closed' order by r.frozen_at
$$;
comment on function data.review_verify() is 'The freezes, worked out again from what stands';
