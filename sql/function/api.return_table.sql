-- SPDX-License-Identifier: MIT
create function api.return_table(series text default null, as_at date default null, period text default null)
returns table ("position" bigint, series_code text, series_label text, unit text, paragraph text, breakdown text, breakdown_label text,
	category text, period_name text, from_day date, to_day date, shown text, amount numeric, share text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select t."position", t.series, t.series_label, t.unit, t.paragraph, t.breakdown, t.breakdown_label, t.category, t.period, t.from_day,
		t.to_day, t.shown, t.amount, t.share
	from data.return_table(series, data.figures_day(as_at), period) t
	order by t."position"
$$;
comment on function api.return_table(text, date, text) is 'What partners returned, by stretch and part, as known at a day; small numbers hidden';
