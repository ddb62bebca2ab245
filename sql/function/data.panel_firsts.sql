-- SPDX-License-Identifier: MIT
-- As data.rows_charged and data.rows_engaged count them, without the rows of those that do not count.
create function data.panel_firsts(panel text)
returns table (label text, line_id uuid, n bigint)
language plpgsql stable security definer rows 20000
set search_path = pg_catalog, pg_temp
as $$
declare
	s record;
begin
	select * into s from data.panel_span();
	if panel = 'charges' then
		return query
		select to_char(x.on_day, 'Mon'), x.line_id, count(*)
		from (
			select distinct on (c.person_id) c.on_day, c.line_id
			from data.charge c
			where c.on_day between s.from_day and s.upto and c.programme and c.voided_at is null
				and c.offence in (select o.code from ref.offence o where o.counts_for_type1)
			order by c.person_id, c.on_day, c.event_ref
		) x
		group by 1, 2;
	elsif panel = 'safeguarding' then
		return query
		select to_char(x.on_day, 'Mon'), x.line_id, count(*)
		from (
			select distinct on (g.person_id) g.on_day, g.line_id
			from data.safeguarding g
			where g.on_day between s.from_day and s.upto and g.programme and g.stage = 'engaged' and g.voided_at is null
			order by g.person_id, g.on_day, g.event_ref
		) x
		group by 1, 2;
	end if;
end
$$;
comment on function data.panel_firsts(text) is 'People of a panel, each once, by month and line';
