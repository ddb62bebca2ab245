-- SPDX-License-Identifier: MIT
-- Without series or label: those of all. counts adds up to the panel's figure.
create function api.dashboard_rows(panel text, series text default null, label text default null, at_most int default 1000)
returns table (ref text, on_day date, unit text, line_id uuid, line_ref text, line_name text, what text, counts bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if panel = 'bands' then
		return query select b.line_ref, b.on_day, b.unit, b.line_id, b.line_ref, b.line_name, b.what, 1::bigint
			from api.dashboard_band_rows(series, label, at_most) b;
		return;
	end if;
	return query select r.ref, r.on_day, r.unit, l.line_id, l.line_ref, l.name, r.what, r.counts::bigint
		from data.panel_rows(panel) r
		left join data.line l on l.line_id = r.line_id
		where r.counts <> 0 and (dashboard_rows.series is null or r.series = dashboard_rows.series)
			and (dashboard_rows.label is null or r.label = dashboard_rows.label)
			and (l.line_id is not null or r.line_id is null
				and (select s.sees_force from data.staff s where s.login = session_user and s.valid_to > now()) is not null)
		order by r.on_day, r.ref
		limit least(at_most, 10000);
end
$$;
comment on function api.dashboard_rows(text, text, text, int) is 'The records a figure of the dashboard counts, of lines the caller sees';
