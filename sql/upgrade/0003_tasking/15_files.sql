create or replace function data.import_line_mine(l data.line) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select exists (select from data.seen_line s where s.line_id = l.line_id and s.mine)
$$;
comment on function data.import_line_mine(data.line) is 'Does the caller see a line, and write for the force that holds it?';
-- Runs as the owner, since events name people and have no policy for api; that the lines are the caller's to
-- write for is asked here again. A person whose reference is new has no key yet, and is null.
create or replace function data.import_stage_events(p_import uuid, p_table text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_open(p_import);
	execute format($sql$
		insert into data.import_event (import_id, line, event_ref, person_ref, line_id, what, there, verdict)
		select $1, f.line, f.event_ref, f.person_ref, f.line_id,
		       case when f.there is null then data.import_event_new(%1$L, f.what) else f.what end, f.there,
		       case when f.there is null then 'new' when f.there @> f.what then 'same' else 'changed' end
		  from (select r.line, r.event_ref, r.person_ref, r.line_id, r.there,
		               jsonb_build_object('line_id', r.line_id) || data.import_event_cells(%1$L, r.cells)
		                   || case when r.person_ref is null then '{}'
		                      else jsonb_build_object('person_id',
		                          (select p.person_id from data.person p where p.person_ref = r.person_ref)) end as what
		          from (select line, cells, cells ->> 'event_ref' as event_ref, cells ->> 'person_ref' as person_ref,
		                       (select l.line_id from data.line l where l.line_ref = cells ->> 'line_ref') as line_id,
		                       (select to_jsonb(x) from data.%1$I x where x.event_ref = cells ->> 'event_ref') as there
		                  from data.import_row where import_id = $1 offset 0) as r offset 0) as f$sql$, p_table) using p_import;
	if exists (
		select from (select distinct e.line_id from data.import_event e where e.import_id = p_import) as used
		  left join data.seen_line l using (line_id)
		 where used.line_id is not null and l.mine is not true) then
		perform data.refuse('GL002', 'A row is of a line that is not yours to change.', 'Ask those who hold it.');
	end if;
end
$$;
comment on function data.import_stage_events(uuid, text) is 'Fill data.import_event from the rows of a checked import';
-- What stands on proofs, what was voided and what others recorded stays as it is.
create or replace function data.import_judge_events(p_import uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_open(p_import);
	insert into data.import_error (import_id, line, cell, reason, warning)
	select p_import, e.line, 'event_ref', e.event_ref || ' was voided, and stays so', true
	  from data.import_event e
	 where e.import_id = p_import and e.verdict = 'same' and e.there ->> 'voided_at' is not null;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, e.line, 'event_ref',
	       case when not e.ours then format('%s is there already, and not yours to change; ask a supervisor', e.event_ref)
	            when e.voided then format('%s was voided: record what did happen under another reference', e.event_ref)
	            else format('%s is a proof of the Type 1 outcome %s: revoke or refuse that first', e.event_ref, e.proof_of) end
	  from (select c.line, c.event_ref, c.there ->> 'voided_at' is not null as voided,
	               data.proof_of((c.there ->> 'event_id')::uuid) as proof_of,
	               case when c.there ->> 'line_id' is not null then l.mine
	                    else s.force = data.my_force() end is true as ours
	          from data.import_event c
	          left join data.seen_line l on l.line_id = (c.there ->> 'line_id')::uuid
	          left join data.staff s on s.login = c.there ->> 'entered_by'
	         where c.import_id = p_import and c.verdict = 'changed') as e
	 where not e.ours or e.voided or e.proof_of is not null;
end
$$;
comment on function data.import_judge_events(uuid) is 'Notes events of an import that may not change';
-- An outcome that is there goes on to its next state or stays; it is never another one. What was revoked or
-- refused meanwhile stays so, and the file that told of it may come again.
create or replace function data.import_judge_outcomes(p_import uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	ratifies boolean := exists (select from data.staff s where s.login = session_user and s.role = 'supervisor');
begin
	perform data.import_open(p_import);
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'outcome_ref', format('%s is there already, and not yours to change; ask a supervisor', c.outcome_ref)
	  from data.import_row r
	  join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	  left join data.seen_line l on l.line_id = c.line_id
	 where r.import_id = p_import and l.mine is not true;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, d.cell, format('%s was claimed with %s, and an outcome does not change: refuse or revoke it, and claim it anew',
	       c.outcome_ref, coalesce(nullif(d.there, ''), 'none'))
	  from data.import_row r
	  join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	  join data.seen_line s on s.line_id = c.line_id and s.mine
	  join data.line l on l.line_id = c.line_id
	  left join data.charge h on h.event_id = c.charge_id
	 cross join lateral (values
		('kind', c.kind, lower(r.cells ->> 'kind'), true),
		('line_ref', l.line_ref, r.cells ->> 'line_ref', true),
		('on', c.on_day::text, r.cells ->> 'on', true),
		('unit', c.unit, coalesce((select u.code from ref.unit u where lower(u.code) = lower(r.cells ->> 'unit')), ''), true),
		('bulk_on', coalesce(c.bulk_on::text, ''), r.cells ->> 'bulk_on', true),
		('bulk_source', coalesce(c.bulk_source, ''), r.cells ->> 'bulk_source', true),
		('recovered_on', coalesce(c.recovered_on, c.deactivated_on)::text, r.cells ->> 'recovered_on', c.kind = 'type1'),
		('recovered_source', coalesce(c.recovered_source, c.deactivated_source), r.cells ->> 'recovered_source', c.kind = 'type1'),
		('charge_ref', coalesce(split_part(h.event_ref, '~', 1), ''), r.cells ->> 'charge_ref', true)
	 ) as d (cell, there, said, needed)
	 where r.import_id = p_import
	   and d.there <> d.said and (d.needed or d.said <> '');

	insert into data.import_error (import_id, line, cell, reason, warning)
	select p_import, x.line, x.cell, x.reason, x.warning
	  from (select r.line, c.outcome_ref, c.state, c.claimed_by, c.check_back_on,
	               lower(coalesce(r.cells ->> 'check_back_result', '')) as result,
	               data.parse_day(r.cells ->> 'check_back_on') as checked
	          from data.import_row r
	          left join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	         where r.import_id = p_import) as f
	 cross join lateral (values
		(f.line, 'outcome_ref', f.outcome_ref || ': you claimed it, and another supervisor ratifies it', true,
			f.state = 'claimed' and ratifies and f.claimed_by = session_user),
		(f.line, 'check_back_result', 'is left aside: a supervisor ratifies the outcome first', true,
			f.result <> '' and coalesce(f.state, 'claimed') = 'claimed' and (not ratifies or f.claimed_by = session_user)),
		(f.line, 'outcome_ref', format('%s was %s, and stays so', f.outcome_ref, f.state), true,
			f.state = 'refused' or f.state = 'revoked' and f.result <> 'failed'
				and (f.checked is null or f.checked is not distinct from f.check_back_on)),
		(f.line, 'check_back_result', format('%s is %s already, by another check-back; a supervisor revokes it by a step of its own', f.outcome_ref, f.state), false,
			f.state in ('verified', 'revoked') and f.result <> '' and (f.checked is distinct from f.check_back_on
				or f.state = 'verified' and f.result = 'failed'))
	 ) as x (line, cell, reason, warning, applies)
	 where x.applies;
end
$$;
comment on function data.import_judge_outcomes(uuid) is 'Notes outcomes of an import that are there and would have to change';
create function data.period_fault(p_kind text, first_day date, last_day date) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when first_day > last_day then format('lies before the start, %s', first_day)
		when p_kind = 'months' and (extract(day from first_day) > 1 or extract(day from last_day + 1) > 1) then
			'does not end whole months: they begin on a 1st and end on the last day of one'
		when p_kind <> 'months' and last_day <> (first_day + x.long)::date - 1 or extract(day from first_day) > 1
				or p_kind = 'quarter' and extract(month from first_day) not in (1, 4, 7, 10)
				or p_kind = 'half-year' and extract(month from first_day) not in (1, 7)
				or p_kind = 'year' and extract(month from first_day) > 1 or p_kind = 'financial-year' and extract(month from first_day) <> 4 then
			format('does not make one %s with %s: this series comes by the %s', x.words, first_day, x.words)
		when last_day > c.today then format('the %s is not over: today is %s', x.words, c.today) end
	from ref.clock c, lateral (select case p_kind when 'month' then interval '1 month' when 'quarter' then interval '3 months'
			when 'half-year' then interval '6 months' else interval '1 year' end as long,
		case p_kind when 'year' then 'calendar year' when 'financial-year' then 'financial year' when 'months' then 'stretch'
			else p_kind end as words) x
$$;
comment on function data.period_fault(text, date, date) is 'Why two days are no stretch that a series comes by, or one that is not over';
-- What a row alone can tell, once its series is known.
create function data.import_check_return_cells(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with row as materialized (
		select r.line, r.cells, s.*, data.parse_day(r.cells ->> 'period_start') as first_day, data.parse_day(r.cells ->> 'period_end') as last_day,
			(select b.breakdown from ref.series_breakdown b where b.series = s.code and b.breakdown = lower(r.cells ->> 'breakdown')) as known
		from data.import_row r join ref.series s on s.code = lower(r.cells ->> 'series')
		where r.import_id = p_import
	), fault as (
		select line, x.cell, format('%s is not a day; days are written like %s', data.import_quote(cells ->> x.cell), c.today) as reason
		from row cross join ref.clock c cross join (values ('period_start'), ('period_end')) x (cell)
		where cells ->> x.cell <> '' and data.parse_day(cells ->> x.cell) is null
		union all
		select line, 'period_end', data.period_fault(period_kind, first_day, last_day) from row
		union all
		select line, 'breakdown', format('%s is no breakdown of %s; known are: %s', data.import_quote(cells ->> 'breakdown'), code,
			coalesce((select string_agg(b.breakdown, ', ' order by b.position) from ref.series_breakdown b where b.series = code), 'none'))
		from row where cells ->> 'breakdown' <> '' and known is null
		union all
		select line, 'category', 'is empty: which part by ' || known || ' is it?' from row where known is not null and cells ->> 'category' = ''
		union all
		select line, 'category', 'a total has none: name the breakdown, too' from row where cells ->> 'breakdown' = '' and cells ->> 'category' <> ''
		union all
		select line, 'category', format('%s is not known by %s; known are: %s', data.import_quote(cells ->> 'category'), known, x.all)
		from row cross join lateral (
			select string_agg(k.category, ', ' order by k.position) as all, bool_or(lower(k.category) = lower(cells ->> 'category')) as found
			from ref.series_category k where k.series = code and k.breakdown = known
				and coalesce(last_day, k.valid_from) between k.valid_from and k.valid_to) x
		where known is not null and cells ->> 'category' <> '' and x.found is not true
		union all
		select line, 'breakdown', format('is empty: %s has no total, only parts', code) from row where not totalled and cells ->> 'breakdown' = ''
		union all
		select line, 'value', case
			when cells ->> 'value' !~ '^[0-9]{1,15}([.][0-9]{1,6})?$' then format('%s is not a number: digits only, nought or more', data.import_quote(cells ->> 'value'))
			when scale(trim_scale((cells ->> 'value')::numeric)) > decimals then format('%s has too many decimal places: %s', cells ->> 'value',
				case decimals when 0 then unit || ' are whole' else 'at most ' || decimals end)
			when unit = 'percent' and (cells ->> 'value')::numeric > 100 then format('%s is more than 100 percent', cells ->> 'value') end
		from row where cells ->> 'value' <> ''
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, cell, reason from fault where reason is not null
$$;
comment on function data.import_check_return_cells(uuid) is 'Notes what rows of returns tell by themselves';
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
