-- SPDX-License-Identifier: MIT
-- The one place where a measure becomes rows. A share has its base beside its parts, a change what it is
-- compared with.
create function data.figure_rows(f ref.figure, from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	case f.measure
	when 'type1' then return query select * from data.rows_type1(from_day, to_day, known);
	when 'charged' then return query select * from data.rows_charged(from_day, to_day, known);
	when 'engaged' then return query select * from data.rows_engaged(from_day, to_day, known);
	when 'ocg' then return query select * from data.rows_groups(from_day, to_day, known, 'OCG');
	when 'usg' then return query select * from data.rows_groups(from_day, to_day, known, 'USG');
	when 'arrests' then return query select * from data.rows_arrests(from_day, to_day, known);
	when 'exports' then return query select * from data.rows_exports(from_day, to_day, known);
	when 'impact' then return query select * from data.rows_impact(from_day, to_day, known);
	when 'socex' then return query select * from data.rows_socex(from_day, to_day, known, 'events');
	when 'socex_arrested' then return query select * from data.rows_socex(from_day, to_day, known, 'arrested');
	when 'socex_drugs' then return query select * from data.rows_socex(from_day, to_day, known, 'drugs');
	when 'socex_trafficking' then return query select * from data.rows_socex(from_day, to_day, known, 'trafficking');
	when 'socex_ocgs' then return query select * from data.rows_socex_ocgs(from_day, to_day, known);
	when 'socex_share' then return query select * from data.rows_socex_share(from_day, to_day, known);
	when 'o2r_net' then
		return query select * from data.rows_returns(from_day, to_day, known, 'o2r_gross', null, null);
		return query select r.ref, r.line_id, r.on_day, r.unit, r.what, -r.counts, r.base
			from data.rows_returns(from_day, to_day, known, 'o2r_staffing', null, null) r;
	when 'returns' then
		return query select * from data.rows_returns(from_day, to_day, known, f.series, f.breakdown, f.category);
		if f.counted = 'share' then
			return query select r.ref, r.line_id, r.on_day, r.unit, r.what, null::numeric, r.counts
				from data.rows_returns(from_day, to_day, known, f.base_series, null, null) r
				where r.on_day in (select p.on_day from data.rows_returns(from_day, to_day, known, f.series, f.breakdown, f.category) p);
		elsif f.counted = 'change' then
			return query select r.ref, r.line_id, r.on_day, r.unit, r.what, null::numeric, r.counts
				from data.period_shift('year ago', from_day, to_day, 1) p
				cross join lateral data.rows_returns(p.from_day, p.to_day, known, f.series, f.breakdown, f.category) r;
		end if;
	end case;
end
$$;
comment on function data.figure_rows(ref.figure, date, date, timestamptz) is 'The rows a figure counts over a period, as they stood at a moment';
