-- SPDX-License-Identifier: MIT
-- As data.rows_charged and data.rows_engaged count them, without the rows of those that do not count. Who sees the
-- line is told as data.tally_seen() does it; more are lines that cannot be told so and that the caller sees.
create function data.panel_firsts(panel text, more uuid[])
returns table (label text, n bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s record;
	me data.staff;
begin
	select * into s from data.panel_span();
	select * into me from data.staff x where x.login = session_user and x.valid_to > now();
	return query
	with first as materialized (
		select distinct on (c.person_id) c.on_day, c.line_id
		from data.charge c
		where panel = 'charges' and c.on_day between s.from_day and s.upto and c.programme and c.voided_at is null
			and c.offence in (select o.code from ref.offence o where o.counts_for_type1)
		order by c.person_id, c.on_day, c.event_ref
	), engaged as materialized (
		select distinct on (g.person_id) g.on_day, g.line_id
		from data.safeguarding g
		where panel = 'safeguarding' and g.on_day between s.from_day and s.upto and g.programme and g.stage = 'engaged' and g.voided_at is null
		order by g.person_id, g.on_day, g.event_ref
	)
	select to_char(x.month, 'Mon'), x.n
	from (
		select date_trunc('month', f.on_day::timestamp) as month, count(*) as n
		from (select * from first union all select * from engaged) f join data.line l using (line_id)
		where (l.holder_force = me.sees_force or l.shared and me.sees_force is not null or l.export_npu = any (me.sees_units))
				and (not l.restricted or me.sees_restricted)
			or l.line_id = any (more)
		group by 1
	) x;
end
$$;
comment on function data.panel_firsts(text, uuid[]) is 'People of a panel, each once, by month, on lines that the caller sees';
