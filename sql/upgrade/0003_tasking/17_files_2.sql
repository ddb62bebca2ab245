-- What rows tell beside each other and beside what stands: the same part over days that were returned in
-- another stretch, parts that are missing, parts that do not come to their total.
create function data.import_judge_returns(p_import uuid) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.import_open(p_import);
	with after as materialized (
		select i.line, i.series, i.period_start, i.period_end, i.breakdown, i.category, i.value, i.verdict, v.received_on, v.version, v.value as was
		from data.import_return i left join data.return_value v on v.value_id = i.there
		where i.import_id = p_import
		union all
		select null, v.series, v.period_start, v.period_end, v.breakdown, v.category, v.value, null, v.received_on, v.version, v.value
		from data.return_value v
		where v.replaced_at is null and v.series in (select i.series from data.import_return i where i.import_id = p_import)
			and not exists (select from data.import_return i where i.import_id = p_import and i.there = v.value_id)
	), part as materialized (
		select a.series, a.period_start, a.period_end, a.breakdown, sum(a.value) as parts, min(a.line) as line,
			array_agg(a.category) as categories
		from after a where a.breakdown <> '' group by 1, 2, 3, 4
	), fault as (
		select a.line, 'period_start' as cell, format('the same was returned for %s to %s%s, which overlaps', o.period_start, o.period_end,
			case when o.line is not null then ' in line ' || o.line else '' end) as reason, false as warning
		from after a cross join lateral (
			select o.* from after o where o.series = a.series and o.breakdown = a.breakdown and o.category = a.category
				and (o.period_start, o.period_end) <> (a.period_start, a.period_end)
				and o.period_start <= a.period_end and o.period_end >= a.period_start
			order by o.period_start limit 1) o
		where a.line is not null
		union all
		select coalesce(p.line, t.line), 'value', case when t.value is null then format('by %s there is no total for %s to %s to hold the parts against',
				p.breakdown, p.period_start, p.period_end)
			else format('by %s the parts for %s to %s add up to %s, the total is %s: %s too %s', p.breakdown, p.period_start, p.period_end, p.parts,
				t.value, abs(p.parts - t.value), case when p.parts > t.value then 'many' else 'few' end) end, false
		from part p join ref.series_breakdown b on b.series = p.series and b.breakdown = p.breakdown and b.adds_up
		left join after t on t.series = p.series and t.breakdown = '' and t.period_start = p.period_start and t.period_end = p.period_end
		where (p.line is not null or t.line is not null) and p.parts is distinct from t.value
			and not exists (select from ref.series_category k where k.series = p.series and k.breakdown = p.breakdown
				and p.period_end between k.valid_from and k.valid_to and k.category <> all (p.categories))
		union all
		select p.line, 'category', format('by %s for %s to %s there is nothing of %s: nought is written as 0', p.breakdown, p.period_start,
			p.period_end, string_agg(k.category, ', ' order by k.position)), false
		from part p join ref.series_category k on k.series = p.series and k.breakdown = p.breakdown
			and p.period_end between k.valid_from and k.valid_to and k.category <> all (p.categories)
		where p.line is not null
		group by p.line, p.breakdown, p.period_start, p.period_end
		union all
		select a.line, 'value', case a.verdict when 'same' then format('is there already, received %s', a.received_on)
			else format('corrects %s, received %s: that is kept as version %s', a.was, a.received_on, a.version) end, true
		from after a where a.verdict in ('same', 'changed')
		union all
		select a.line, 'period_end', 'is today: the day is not over', true from after a cross join ref.clock c
		where a.line is not null and a.period_end = c.today
	)
	insert into data.import_error (import_id, line, cell, reason, warning)
	select p_import, line, cell, reason, warning from fault
$$;
comment on function data.import_judge_returns(uuid) is 'Notes returns that overlap, lack parts or do not add up, and corrections';
create function data.import_check_returns(p_import uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_return_cells(p_import);
	if data.import_is_good(p_import) then
		perform data.import_stage_returns(p_import);
		insert into data.import_error (import_id, line, cell, reason)
		select p_import, r.line, 'value', format('was returned in line %s already', r.first_line)
		  from (select i.line, min(i.line) over (partition by i.series, i.period_start, i.period_end, i.breakdown, i.category) as first_line
		          from data.import_return i where i.import_id = p_import) r
		 where r.line > r.first_line;
	end if;
	if data.import_is_good(p_import) then
		perform data.import_judge_returns(p_import);
	end if;
end
$$;
comment on function data.import_check_returns(uuid) is 'Notes what is wrong with rows of returns, and stages them if nothing is';
-- A correction stands from now on; what it replaces stays for reports as at a day before.
create function data.import_apply_returns(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	moment timestamptz := data.clock();
begin
	perform data.import_open(p_import);
	update data.return_value v set replaced_at = moment, replaced_by = session_user
	  from data.import_return i
	 where i.import_id = p_import and i.verdict = 'changed' and v.value_id = i.there and v.replaced_at is null;
	insert into data.return_value (series, period_start, period_end, breakdown, category, value, source, received_on, version, entered_at)
	select i.series, i.period_start, i.period_end, i.breakdown, i.category, i.value, i.source, moment::date,
		1 + coalesce((select v.version from data.return_value v where v.value_id = i.there), 0), moment
	  from data.import_return i
	 where i.import_id = p_import and i.verdict <> 'same'
	 order by i.line;
	select count(*) filter (where i.verdict = 'new'), count(*) filter (where i.verdict = 'changed'), count(*) filter (where i.verdict = 'same')
	  into added, changed, same
	  from data.import_return i where i.import_id = p_import;
end
$$;
comment on function data.import_apply_returns(uuid) is 'Write the returns of a checked import';
