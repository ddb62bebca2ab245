-- SPDX-License-Identifier: MIT
-- The first row says which moment it is: the freeze of a review, the end of a week, or now.
create function api.grid_week(week text, at_most int default 300, region boolean default false)
returns table (place bigint, how text, line_id uuid, rank bigint, line_ref text, name text, score int, band text, status text,
	export_npu text, lro text, open_taskings int, overdue_taskings int, last_seen date, changed text[], told text)
language plpgsql stable security definer rows 300
set search_path = pg_catalog, pg_temp
as $$
declare
	fault text := data.week_fault(week);
	ours text := data.my_force();
begin
	if fault is not null then
		perform data.refuse('GL004', fault || '.', 'Give an ISO week, like 2022-W52.');
	end if;
	return query
	select 0::bigint, '', null::uuid, null::bigint, to_char(data.week_moment(ours, week), 'Dy YYYY-MM-DD HH24:MI'),
		case when region then (select f.region from ref.force f where f.code = ours) else ours end,
		null::int, '', data.week_said(week), '', '', 0, 0, null::date, '{}'::text[],
		to_char(data.week_moment(ours, data.week_before(week)), 'Dy YYYY-MM-DD HH24:MI')
	union all
	select g.place, g.how, (g.line).line_id, case when g.how = 'gone' then g.was_rank else g.rank end, (g.line).line_ref, (g.line).name, (g.line).score,
		coalesce((g.line).band, ''), (g.line).status, coalesce((g.line).export_npu, (g.line).export_force), coalesce((g.line).lro, ''),
		(g.line).open_taskings, (g.line).overdue_taskings, (g.line).last_seen, c.keys,
		concat_ws('; ', case when g.was_rank <> g.rank then format('rank %s, was %s', g.rank, g.was_rank) end, c.told)
	from data.grid_week_page(region, week, at_most) g
	cross join lateral (
		select coalesce(array_agg(d.cell order by d.cell), '{}') as keys, string_agg(format('%s %s, was %s', replace(d.cell, '_', ' '),
			coalesce(nullif(d.now, ''), 'none'), coalesce(nullif(d.was, ''), 'none')), '; ' order by d.cell) as told
		from data.cells_changed(g.was, g.line) d
		where g.how not in ('', 'new')
	) c;
end
$$;
comment on function api.grid_week(text, int, boolean) is 'The grid as at the review of an ISO week, or its end, with what is new, gone, up, down or changed since the week before; region: what the forces of the region share';
