-- SPDX-License-Identifier: MIT
-- One row for each record a panel counts, by the same functions as the board's figures. It sees every line: who
-- asks takes those of the caller's.
create function data.panel_rows(panel text)
returns table (series text, label text, ref text, line_id uuid, on_day date, unit text, what text, counts numeric, days int)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s record;
begin
	select * into s from data.panel_span();
	case panel
	when 'type1' then
		return query select case when r.on_day >= s.from_day then to_char(s.from_day, 'YYYY') || '/' || to_char(s.from_day + interval '1 year', 'YY')
				else to_char(s.from_day - interval '1 year', 'YYYY') || '/' || to_char(s.from_day, 'YY') end,
			to_char(r.on_day, 'Mon'), r.ref, r.line_id, r.on_day, r.unit, r.what, r.counts, null::int
			from data.rows_type1((s.from_day - interval '1 year')::date, s.upto, s.known) r;
	when 'charges' then
		return query select '', to_char(r.on_day, 'Mon'), r.ref, r.line_id, r.on_day, r.unit, r.what, r.counts, null::int
			from data.rows_charged(s.from_day, s.upto, s.known) r where r.counts > 0;
	when 'safeguarding' then
		return query select '', to_char(r.on_day, 'Mon'), r.ref, r.line_id, r.on_day, r.unit, r.what, r.counts, null::int
			from data.rows_engaged(s.from_day, s.upto, s.known) r where r.counts > 0;
	when 'arrests' then
		return query select '', to_char(r.on_day, 'Mon'), r.ref, r.line_id, r.on_day, r.unit, r.what, r.counts, null::int
			from data.rows_arrests(s.from_day, s.upto, s.known) r;
	when 'socex' then
		return query select * from data.panel_socex();
	when 'disruptions' then
		return query select * from data.panel_disruptions(true);
	when 'disruptions_force' then
		return query select * from data.panel_disruptions(false);
	when 'closing' then
		return query select * from data.panel_closing();
	else
		perform data.refuse('GL005', format('There is no panel "%s" of counted records.', panel), 'api.dashboard_panels() lists the panels.');
	end case;
end
$$;
comment on function data.panel_rows(text) is 'What a panel of the dashboard counts, a row a record';
