-- SPDX-License-Identifier: MIT
-- One at a time, and nobody waits for their turn. Only where each statement sees what has been committed before it:
-- elsewhere a row that somebody folded meanwhile would be an error.
create function data.tally_fold() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if current_setting('transaction_isolation') <> 'read committed' then
		return;
	end if;
	perform from data.tally t where t.tally = '' for update skip locked;
	if not found then
		return;
	end if;
	with gone as (
		delete from data.tally_change returning *
	)
	insert into data.tally as t
		select g.tally, g.day, g.holder_force, g.shared, g.restricted, g.unit, g.a, g.b, g.c, sum(g.n), sum(g.x), sum(g.y)
		from gone g
		group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(g.n) <> 0 or sum(g.x) <> 0 or sum(g.y) <> 0
		on conflict (tally, day, holder_force, shared, restricted, unit, a, b, c)
			do update set n = t.n + excluded.n, x = t.x + excluded.x, y = t.y + excluded.y;
end
$$;
comment on function data.tally_fold() is 'Fold the changes of the tallies into them';
