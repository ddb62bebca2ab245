-- SPDX-License-Identifier: MIT
-- Rows are taken in key order, so that two writers wait for each other and never lock up.
create function data.tg_line__tally() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	changes data.rank_tally[];
begin
	if tg_op = 'INSERT' then
		select array_agg(row(grid_part, sort_score, sort_seen, n)::data.rank_tally) into changes from (
			select grid_part, sort_score, sort_seen, count(*) as n from come
			where is_open and score is not null group by 1, 2, 3) x;
	elsif tg_op = 'DELETE' then
		select array_agg(row(grid_part, sort_score, sort_seen, n)::data.rank_tally) into changes from (
			select grid_part, sort_score, sort_seen, -count(*) as n from gone
			where is_open and score is not null group by 1, 2, 3) x;
	else
		select array_agg(row(grid_part, sort_score, sort_seen, n)::data.rank_tally) into changes from (
			select grid_part, sort_score, sort_seen, sum(d) as n from (
				select grid_part, sort_score, sort_seen, 1 as d from come where is_open and score is not null
				union all
				select grid_part, sort_score, sort_seen, -1 from gone where is_open and score is not null
			) moved group by 1, 2, 3 having sum(d) <> 0) x;
	end if;
	if changes is not null then
		insert into data.rank_score
			select grid_part, sort_score, sum(n) from unnest(changes) group by 1, 2 order by 1, 2
			on conflict (grid_part, sort_score) do update set n = rank_score.n + excluded.n;
		insert into data.rank_tally
			select * from unnest(changes) order by 1, 2, 3
			on conflict (grid_part, sort_score, sort_seen) do update set n = rank_tally.n + excluded.n;
	end if;
	return null;
end
$$;
comment on function data.tg_line__tally() is 'Keeps the tallies that ranks are counted from';
create trigger tg_line__tally_insert after insert on data.line
	referencing new table as come for each statement execute function data.tg_line__tally();
create trigger tg_line__tally_update after update on data.line
	referencing old table as gone new table as come for each statement execute function data.tg_line__tally();
create trigger tg_line__tally_delete after delete on data.line
	referencing old table as gone for each statement execute function data.tg_line__tally();
