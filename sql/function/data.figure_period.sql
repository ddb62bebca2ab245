-- SPDX-License-Identifier: MIT
create function data.figure_period(f ref.figure, as_at date, name text, out kind text, out label text, out from_day date, out to_day date)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	year_start date := make_date(extract(year from as_at - interval '3 months')::int, 4, 1);
	months_end date := date_trunc('month', as_at + 1)::date - 1;
begin
	if name is not null and f.period_kind <> 'fixed' then
		select * into kind, label, from_day, to_day from data.period(name);
		return;
	end if;
	case f.period_kind
	when 'fixed' then
		select * into kind, label, from_day, to_day from data.period(f.fixed_period);
		return;
	when 'year to date' then
		kind := 'days of a year';
		from_day := year_start;
		to_day := as_at;
	when 'year before' then
		kind := 'financial-year';
		from_day := year_start - interval '1 year';
		to_day := year_start - 1;
	when 'quarter' then
		kind := 'quarter';
		from_day := date_trunc('quarter', as_at);
		to_day := from_day + interval '3 months' - interval '1 day';
	when 'twelve months', 'twelve before' then
		kind := 'twelve-months';
		to_day := case f.period_kind when 'twelve months' then months_end
			else (months_end + 1 - interval '1 year')::date - 1 end;
		from_day := to_day + 1 - interval '1 year';
	when 'day' then
		kind := 'day';
		from_day := as_at;
		to_day := as_at;
	end case;
	label := data.period_label(case when kind = 'days of a year' and to_day = months_end then 'months' else kind end, from_day, to_day);
end
$$;
comment on function data.figure_period(ref.figure, date, text) is 'The stretch a figure is counted over, seen from a day, or one asked for by name';
