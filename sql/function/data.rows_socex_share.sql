-- SPDX-License-Identifier: MIT
create function data.rows_socex_share(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select e.ref, e.line_id, e.on_day, e.unit, e.what, coalesce(o.counts, 0), e.counts
	from data.rows_socex(from_day, to_day, known, 'events') e
	left join data.rows_socex_ocgs(from_day, to_day, known) o using (ref)
$$;
comment on function data.rows_socex_share(date, date, timestamptz) is 'OCGs linked to drugs over disruption events, as the paper has it';
