-- SPDX-License-Identifier: MIT
create function data.import_stage_returns(p_import uuid) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.import_open(p_import);
	insert into data.import_return (import_id, line, series, period_start, period_end, breakdown, category, value, source, there, verdict)
	select p_import, t.line, t.series, t.period_start, t.period_end, t.breakdown, t.category, t.value, t.source, v.value_id,
		case when v.value_id is null then 'new' when v.value = t.value and v.source = t.source then 'same' else 'changed' end
	from (
		select r.line, lower(r.cells ->> 'series') as series, data.parse_day(r.cells ->> 'period_start') as period_start,
			data.parse_day(r.cells ->> 'period_end') as period_end, lower(r.cells ->> 'breakdown') as breakdown,
			coalesce((select k.category from ref.series_category k where k.series = lower(r.cells ->> 'series')
				and k.breakdown = lower(r.cells ->> 'breakdown') and lower(k.category) = lower(r.cells ->> 'category')), '') as category,
			trim_scale((r.cells ->> 'value')::numeric) as value, r.cells ->> 'source' as source
		from data.import_row r
		where r.import_id = p_import
	) t
	left join data.return_value v on v.series = t.series and v.period_start = t.period_start and v.period_end = t.period_end
		and v.breakdown = t.breakdown and v.category = t.category and v.replaced_at is null
$$;
comment on function data.import_stage_returns(uuid) is 'Fill data.import_return from rows whose cells are good';
