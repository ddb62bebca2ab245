-- SPDX-License-Identifier: MIT
create function data.review_figures(r data.review, p_at timestamptz) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with v as materialized (
		select x.band, count(*) as n
		from (
			select l.band from data.line l where l.is_open and l.valid_from <= p_at and l.grid_part in (r.force, '')
			union all
			select h.band from data.line_history h where h.is_open and upper(h.during) > p_at and h.during @> p_at and h.grid_part in (r.force, '')
		) x
		group by x.band
	), counted as (
		select 1 as place, 'lines_open' as measure, coalesce(sum(v.n), 0)::bigint as n from v
		union all
		select 2, 'lines_band_' || b.code, coalesce((select v.n from v where v.band = b.code), 0) from ref.band b
		union all
		select 3, 'taskings_open', sum((t.is_open)::int) from (
			select x.is_open, x.line_id from data.tasking x where x.valid_from <= p_at and x.force = r.force
			union all select h.is_open, h.line_id from data.tasking_history h where upper(h.during) > p_at and h.during @> p_at and h.force = r.force) t
		union all
		select 4, 'items', count(*) from data.review_item i where i.review_id = r.review_id
		union all
		select 5, 'decision_' || d.code, (select count(*) from data.review_decision x where x.review_id = r.review_id and x.decision = d.code) from ref.decision d
		union all
		select 6, o.measure, o.n from data.outcome_counts(
			make_date(extract(year from r.meets_on - interval '3 months')::int, 4, 1), r.meets_on, p_at) o
	)
	select jsonb_agg(jsonb_build_array(c.measure, coalesce(c.n, 0)) order by c.place, c.measure) from counted c
$$;
comment on function data.review_figures(data.review, timestamptz) is 'The figures of a review as they stood at a moment';
