-- SPDX-License-Identifier: MIT
-- What was said to be different for the same cause is not asked again. Returns how many were raised.
create function data.deconflict(p_line uuid, p_numbers text[]) returns int
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	-- Who saves at the same time waits here and looks again, so that of two like lines the second is told.
	lock table data.deconfliction in share row exclusive mode;
	with raised as (
		insert into data.deconfliction (line_a, line_b, cause, raised_on)
		select least(l.line_id, k.other), greatest(l.line_id, k.other), k.cause, c.today
		from data.line l
		cross join ref.clock c
		cross join lateral data.line_likely(l.line_id, l.name, l.imports, p_numbers) k
		where l.line_id = p_line
			and not exists (select from data.deconfliction d
				where d.line_a = least(l.line_id, k.other) and d.line_b = greatest(l.line_id, k.other)
					and (d.is_open or d.state = 'different' and d.cause = k.cause))
		on conflict do nothing
		returning 1
	)
	select count(*)::int from raised
$$;
comment on function data.deconflict(uuid, text[]) is 'Raise a deconfliction with every line that may be the same';
