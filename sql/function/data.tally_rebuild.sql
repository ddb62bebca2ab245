-- SPDX-License-Identifier: MIT
-- In key order, so that what is summed together lies together.
create function data.tally_rebuild() returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	truncate data.rank_tally, data.rank_score, data.place_tally, data.tally, data.tally_change;
	insert into data.rank_tally
		select grid_part, sort_score, sort_seen, count(*) from data.line
		where is_open and score is not null group by 1, 2, 3 order by 1, 2, 3;
	insert into data.rank_score
		select grid_part, sort_score, sum(n) from data.rank_tally group by 1, 2 order by 1, 2;
	insert into data.place_tally
		select l.holder_force, l.shared, l.restricted, l.export_force, coalesce(l.export_npu, ''), '', coalesce(l.band, ''),
			date_trunc('week', l.created_at at time zone 'Europe/London')::date, count(*)
		from data.line l where l.is_open group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8;
	insert into data.place_tally
		select l.holder_force, l.shared, l.restricted, l.export_force, coalesce(l.export_npu, ''), a, '', '-infinity', count(*)
		from data.line l cross join unnest(l.imports) a
		where l.is_open group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6;
	insert into data.tally values ('', '-infinity', '', false, false, '', '', '', '', 0, 0, 0);
	insert into data.tally select * from data.tally_afresh()
$$;
comment on function data.tally_rebuild() is 'Count the tallies anew, after a load that went past the triggers';
