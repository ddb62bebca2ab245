-- SPDX-License-Identifier: MIT
-- Two pages are laid side by side, the second one longer: what is not in it stood below and came up.
create function data.grid_week(p_region text, p_week text, at_most int)
returns table (place bigint, how text, rank bigint, line data.line_history, was data.line_history, was_rank bigint)
language plpgsql stable rows 500
set search_path = pg_catalog, pg_temp
as $$
declare
	force text := data.my_force();
	week_before text := data.week_before(p_week);
	moment timestamptz := data.week_moment(force, p_week);
	moment_before timestamptz := data.week_moment(force, week_before);
begin
	return query
	with now as materialized (
		select * from data.grid_at(force, moment, at_most) where p_region is null
		union all
		select * from data.region_at(p_region, p_week, at_most) where p_region is not null
	), before as materialized (
		select * from data.grid_at(force, moment_before, at_most * 2) where p_region is null
		union all
		select * from data.region_at(p_region, week_before, at_most * 2) where p_region is not null
	), pair as materialized (
		select n.*, b.rank as was_rank, case when b.place is not null then b.line else data.line_at((n.line).line_id,
			case when p_region is null then moment_before else data.week_moment((n.line).holder_force, week_before) end) end as was
		from now n left join before b on (b.line).line_id = (n.line).line_id
	), gone as materialized (
		select b.*, data.line_at((b.line).line_id,
			case when p_region is null then moment else data.week_moment((b.line).holder_force, p_week) end) as since
		from before b
		where b.place <= at_most and not exists (select from now n where (n.line).line_id = (b.line).line_id)
	)
	select p.place, case
			when not coalesce((p.was).is_open, false) then 'new'
			when p.rank < coalesce(p.was_rank, p.rank + 1) then 'up'
			when p.rank > p.was_rank then 'down'
			when exists (select from data.cells_changed(p.was, p.line)) then 'changed'
			else '' end,
		p.rank, p.line, p.was, p.was_rank
	from pair p
	union all
	select g.place, 'gone', null, coalesce(g.since, g.line), g.line, g.rank
	from gone g where not coalesce((g.since).is_open, false)
	order by 1, 2 desc;
end
$$;
comment on function data.grid_week(text, text, int) is 'The grid as it stood in a week beside the week before: what is new, gone, up, down, changed';
