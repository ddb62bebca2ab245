-- SPDX-License-Identifier: MIT
-- What is kept all the same, but wants a look: one number on two lines, in the file or already.
create function data.import_warn_lines(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
set enable_nestloop = off
as $$
	with named as materialized (
		select i.line, i.line_ref, i.line_id, number
		  from data.import_line i cross join lateral unnest(i.numbers) as number
		 where i.import_id = p_import
	), twice as (
		select n.line, n.number, format('line %s of the file has', min(o.line)) as holder
		  from named n join named o on o.number = n.number and o.line_id <> n.line_id and o.line < n.line
		 group by n.line, n.number
		union
		select n.line, n.number, coalesce(l.line_ref || ' has', 'a line that you may not see has')
		  from (select array_agg(line_id) as ids, array_agg(number) as numbers from named) as a
		 cross join lateral data.line_numbers_elsewhere(a.ids, a.numbers) as e
		  join named n on n.line_id = e.line_id and n.number = e.number
		  left join data.line l on l.line_id = e.other_id
		 where not exists (select from named f where f.number = e.number and f.line_id = e.other_id)
	)
	insert into data.import_error (import_id, line, cell, reason, warning)
	select p_import, line, 'numbers', format('%s %s, too', holder, number), true from twice
$$;
comment on function data.import_warn_lines(uuid) is 'Notes numbers that stand on two lines';
