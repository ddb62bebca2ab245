-- SPDX-License-Identifier: MIT
-- Cells of one kind become one row. Now and then the writer who comes by folds.
create function data.tally_add(changes data.tally_change[]) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	if changes is null then
		return;
	end if;
	insert into data.tally_change
		select c.tally, c.day, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, sum(c.n), sum(c.x), sum(c.y)
		from unnest(changes) c
		group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(c.n) <> 0 or sum(c.x) <> 0 or sum(c.y) <> 0;
	if random() < 0.02 then
		perform data.tally_fold();
	end if;
end
$$;
comment on function data.tally_add(data.tally_change[]) is 'Add to the tallies';
