-- SPDX-License-Identifier: MIT
-- Who sees no force's lines is not told of the whole force: a nought would be read as none.
create function api.dashboard_panels()
returns table (panel text, title text, population text, period text, whose text, rule text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select p.code, p.title, case when p.population = 'force-wide' and me.sees_force is null then 'your lines' else p.population end, case p.span
			when 'year' then to_char(s.from_day, '"from" FMDD Mon YYYY') || ' to ' || to_char(s.to_day, 'FMDD Mon YYYY')
			when 'weeks' then 'in twelve weeks to ' || to_char(s.to_day, 'FMDD Mon YYYY')
			else 'now, ' || to_char(s.to_day, 'FMDD Mon YYYY') end,
		case when me.sees_force is not null then format('lines of %s and shared ones', me.sees_force)
				|| case when me.sees_restricted then '' else ', restricted if you are named' end
			when cardinality(me.sees_units) > 0 then format('lines of %s or tasked to it, restricted if you are named', array_to_string(me.sees_units, ', '))
			else 'no lines: your role sees none' end,
		p.rule
	from ref.panel p cross join data.panel_span() s
	join data.staff me on me.login = session_user and me.valid_to > now()
	order by p.position
$$;
comment on function api.dashboard_panels() is 'The panels of the dashboard: what they count, over which period and lines';
