-- SPDX-License-Identifier: MIT
create function data.rows_returns(from_day date, to_day date, known timestamptz, series text, breakdown text, category text)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select format('%s v%s', v.series, v.version), null::uuid, v.period_end, v.category,
		format('%s, %s to %s: %s', concat_ws(', ', s.label, nullif(v.category, '')), v.period_start, v.period_end, v.source)
			|| format(', received %s', v.received_on), v.value, null::numeric
	from data.return_value v join ref.series s on s.code = v.series
	where v.series = rows_returns.series and v.breakdown = coalesce(rows_returns.breakdown, '')
		and v.category = coalesce(rows_returns.category, '') and v.period_start >= from_day and v.period_end <= to_day
		and v.entered_at <= known and coalesce(v.replaced_at, 'infinity') > known
$$;
comment on function data.rows_returns(date, date, timestamptz, text, text, text) is 'What was returned for whole stretches within a period, in the version that stood';
