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
-- The same sums as over data.figure_rows, without making the rows: each is one walk of an index that holds all
-- it asks for. tests/cli/figures.t and tests/sql/figures.sql hold the two against each other.
create function data.figure_sums(f ref.figure, from_day date, to_day date, known timestamptz,
	out counts numeric, out base numeric, out done boolean)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	done := true;
	case f.measure
	when 'type1' then
		select count(*) into counts
		  from (select (select s.state from data.closure_state s where s.closure_id = c.closure_id and s.at <= known
				order by s.n desc limit 1) as state
			  from data.closure c where c.on_day between from_day and to_day and c.kind = 'type1') c
		 where c.state in ('provisional', 'verified');
	when 'charged' then
		select count(*) into counts
		  from (select distinct c.person_id from data.charge c
			 where c.on_day between from_day and to_day and c.programme and c.entered_at <= known
				and coalesce(c.voided_at, 'infinity') > known
				and c.offence in (select o.code from ref.offence o where o.counts_for_type1)) x;
	when 'engaged' then
		select count(*) into counts
		  from (select distinct g.person_id from data.safeguarding g
			 where g.on_day between from_day and to_day and g.programme and g.stage = 'engaged' and g.entered_at <= known
				and coalesce(g.voided_at, 'infinity') > known) x;
	when 'ocg', 'usg' then
		select count(*) into counts
		  from (select distinct d.group_id from data.disruption d
			 where d.on_day between from_day and to_day and d.programme and d.grade in ('major', 'moderate', 'minor')
				and d.entered_at <= known and coalesce(d.voided_at, 'infinity') > known) x
		  join data.crime_group g using (group_id)
		 where g.kind = upper(f.measure) and (g.mapped or g.kind <> 'OCG');
	when 'arrests' then
		select count(*) into counts from data.arrest a
		 where a.on_day between from_day and to_day and a.programme and a.entered_at <= known
			and coalesce(a.voided_at, 'infinity') > known;
	when 'socex', 'socex_arrested', 'socex_drugs', 'socex_trafficking' then
		select case f.measure when 'socex' then count(*) when 'socex_arrested' then coalesce(sum(d.arrested), 0)
				when 'socex_drugs' then coalesce(sum(d.arrested_drugs), 0) else coalesce(sum(d.trafficking_outcomes), 0) end into counts
		  from data.disruption d
		 where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known
			and coalesce(d.voided_at, 'infinity') > known;
	when 'socex_ocgs', 'socex_share' then
		select count(*), case when f.measure = 'socex_share' then (select count(*) from data.disruption d
				where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known
					and coalesce(d.voided_at, 'infinity') > known) end into counts, base
		  from (select distinct d.group_id from data.disruption d
			 where d.on_day between from_day and to_day and not d.programme and d.drugs_linked and d.entered_at <= known
				and coalesce(d.voided_at, 'infinity') > known) x
		  join data.crime_group g using (group_id)
		 where g.kind = 'OCG';
	when 'exports' then
		-- The tally of now, less what changed since, more what stood in its place.
		select coalesce(sum(x.n), 0), coalesce(sum(x.n) filter (where x.unit in ('BE', 'BW', 'CV', 'LBM', 'LCV')), 0) into base, counts
		  from (select t.export_force as force, t.export_unit as unit, t.n from data.place_tally t where t.area = ''
			union all
			select l.export_force, l.export_npu, -1 from data.line l where l.valid_from > known and l.is_open
			union all
			select h.export_force, h.export_npu, 1 from data.line_history h
			 where upper(h.during) > known and h.during @> known and h.is_open) x
		  join ref.force g on g.code = x.force
		 where g.region = (select r.region from ref.force r join ref.unit t on t.force = r.code where t.code = 'CLTF');
	else
		done := false;
	end case;
end
$$;
comment on function data.figure_sums(ref.figure, date, date, timestamptz) is 'The sums of the rows of a figure, where they can be had without the rows';
-- From rows to the number, and for a coverage what it says of places. Nothing recorded is 0; nothing returned is unknown, which is not the same.
create function data.figure_amount(f ref.figure, from_day date, to_day date, known timestamptz,
	out amount numeric, out counts numeric, out base numeric, out said text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	n bigint;
	whole boolean := true;
	done boolean;
begin
	select s.counts, s.base, s.done into counts, base, done from data.figure_sums(f, from_day, to_day, known) s;
	if not done then
		select sum(r.counts), sum(r.base), count(r.counts), f.measure <> 'o2r_net' or (min(r.counts) < 0 and max(r.counts) > 0),
			case when f.counted = 'coverage' then concat_ws('; ', format('%s of %s', sum(r.counts), sum(r.base)),
				'nothing in ' || string_agg(r.ref, ', ' order by r.ref) filter (where r.counts = 0 and r.base = 1),
				'also in ' || string_agg(r.ref, ', ' order by r.ref) filter (where r.base = 0)) end
		  into counts, base, n, whole, said
		  from data.figure_rows(f, from_day, to_day, known) r;
	end if;
	amount := case f.counted
		when 'number' then case when f.measure in ('returns', 'o2r_net') then case when whole then counts end else coalesce(counts, 0) end
		when 'coverage' then coalesce(counts, 0)
		when 'average' then counts / nullif(n, 0)
		when 'change' then 100 * (counts - base) / nullif(base, 0)
		else 100 * counts / nullif(base, 0) end;
end
$$;
comment on function data.figure_amount(ref.figure, date, date, timestamptz) is 'A figure over a period as known at a moment, and the sums it comes from';
-- 0 tells of nobody, and is shown.
create function data.figure_is_small(f ref.figure, counts numeric) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(f.of_people and f.counted <> 'change' and counts > 0 and counts < s.suppress_below, false) from ref.setting s
$$;
comment on function data.figure_is_small(ref.figure, numeric) is 'Is a figure of so few people that somebody could be guessed?';
create function data.figure_shown(f ref.figure, amount numeric, counts numeric, base numeric) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when amount is null then ''
		when data.figure_is_small(f, counts) then case when f.unit = 'percent' then 'few' else '<' || (select s.suppress_below from ref.setting s) end
		when f.counted = 'coverage' then case when counts = base then 'all' else format('%s of %s', counts, base) end
		when f.counted = 'over half' and amount > 50 then '>50'
		else round(amount, f.decimals)::text end
$$;
comment on function data.figure_shown(ref.figure, numeric, numeric, numeric) is 'A figure as reports print it; empty where nothing was returned';
create function data.figure_change(f ref.figure, now numeric, was numeric) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when now is null or was is null then ''
		when round(now, greatest(f.decimals, 1)) = round(was, greatest(f.decimals, 1)) then 'no change'
		when f.unit = 'percent' then to_char(round(now, 1) - round(was, 1), 'FMSG990.0') || ' points'
		else to_char(round(now, f.decimals) - round(was, f.decimals), 'FMSG999,999,999') || case when was = 0 then ''
			else format(' (%s%%)', to_char(100 * (now - was) / was, 'FMSG999990' || case when abs(100 * (now - was) / was) < 10 then '.0' else '' end)) end
		end
$$;
comment on function data.figure_change(ref.figure, numeric, numeric) is 'The difference between two values of a figure, as a count and as a percentage';
-- What nobody recorded is no nought: before the programme began, and before the first event of the force that
-- is kept, there is nothing to compare with.
create function data.figure_since(f ref.figure) returns date
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when f.measure in ('returns', 'o2r_net', 'exports') then date '-infinity'
		when f.population = 'programme' then (select u.valid_from from ref.unit u where u.code = 'CLTF')
		else (select d.on_day from data.disruption d where not d.programme order by d.on_day limit 1) end
$$;
comment on function data.figure_since(ref.figure) is 'The first day a figure can be counted for';
create function data.figure_was(f ref.figure, from_day date, to_day date, known timestamptz, now_amount numeric,
	out shown text, out change text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	was record;
begin
	shown := '';
	change := '';
	if from_day >= data.figure_since(f) then
		select * into was from data.figure_amount(f, from_day, to_day, known);
		shown := data.figure_shown(f, was.amount, was.counts, was.base);
		change := data.figure_change(f, now_amount, case when not data.figure_is_small(f, was.counts) then was.amount end);
	end if;
end
$$;
comment on function data.figure_was(ref.figure, date, date, timestamptz, numeric) is 'A figure over a stretch before, and the change since; empty where it cannot be counted';
-- Only where each value is of a stretch of one kind is it known how many there should be.
create function data.figure_gaps(f ref.figure, from_day date, to_day date, known timestamptz) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select format('returned for %s of %s months', g.got, g.due)
	from (
		select (select count(*) from data.rows_returns(from_day, to_day, known, f.series, f.breakdown, f.category)) as got,
			(select count(*) from generate_series(date_trunc('month', from_day + interval '1 month' - interval '1 day'),
				date_trunc('month', to_day + 1) - interval '1 month', interval '1 month')) as due
		from ref.series s where s.code = f.series and s.period_kind = 'month'
	) g
	where g.got < g.due
$$;
comment on function data.figure_gaps(ref.figure, date, date, timestamptz) is 'How much of a period has been returned, where some is missing';
-- What a reader must know beside the number, counted like it: what a share is of, what is missing, and where
-- the paper errs.
create function data.figure_note(f ref.figure, from_day date, to_day date, known timestamptz, amount numeric, counts numeric, base numeric, places text)
returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	said text[] := array_remove(array[places], null);
	p record;
	other record;
begin
	if f.counted in ('share', 'over half') and amount is not null and not data.figure_is_small(f, counts) then
		said := said || format('%s of %s, %s%%', counts, base, round(100 * counts / base, 1));
	end if;
	if f.counted = 'change' and amount is not null then
		said := said || format('%s against %s', counts, base);
	end if;
	if f.id = 'socex_ocgs_drugs_share' then
		select count(*) as events, count(*) filter (where d.drugs_linked) as linked,
			count(distinct d.group_id) filter (where g.kind = 'OCG') as ocgs,
			count(distinct d.group_id) filter (where g.kind = 'OCG' and d.drugs_linked) as linked_ocgs
		  into other
		  from data.disruption d left join data.crime_group g using (group_id)
		 where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known and coalesce(d.voided_at, 'infinity') > known;
		if other.events > 0 and other.ocgs > 0 then
			said := said || format('by events, %s of %s are linked to drugs (%s%%); by groups, %s of %s OCGs are (%s%%)', other.linked, other.events,
				round(100.0 * other.linked / other.events, 1), other.linked_ocgs, other.ocgs, round(100.0 * other.linked_ocgs / other.ocgs, 1));
		end if;
	end if;
	if f.counted = 'average' and amount is not null then
		select * into p from data.period_shift('quarter', date_trunc('quarter', to_day)::date,
			(date_trunc('quarter', to_day) + interval '3 months')::date - 1, 0);
		select * into other from data.figure_amount(f, p.from_day, least(p.to_day, to_day), known);
		said := said || format('%s over the whole months; of %s alone it is %s', counts,
			data.period_label('quarter', p.from_day, p.to_day), coalesce(round(other.amount)::text, 'not known'));
	end if;
	if f.against is not null and amount is not null and not data.figure_is_small(f, counts) then
		select * into p from data.period(f.against);
		select * into other from data.figure_amount(f, p.from_day, p.to_day, known);
		if other.amount is not null and not data.figure_is_small(f, other.counts) then
			said := said || format('%s on %s (%s)', data.figure_change(f, amount, other.amount), p.label, other.amount);
		end if;
	end if;
	return concat_ws('; ', variadic said || data.figure_gaps(f, from_day, to_day, known) || nullif(f.caution, ''));
end
$$;
comment on function data.figure_note(ref.figure, date, date, timestamptz, numeric, numeric, numeric, text) is 'What a reader must know beside a figure';
-- Each figure with the stretch before it and the same a year ago. What is not over is counted to the day, and
-- compared with as many days: a quarter of six weeks is not held against one of thirteen. Where the stretch
-- before is the one a year ago, it is told once.
create function data.figures(as_at date, name text)
returns table ("position" int, id text, label text, value text, amount numeric, unit text, paragraph text, population text,
	period text, from_day date, to_day date, is_over boolean, before text, before_change text, year_ago text, year_change text,
	note text, printed text, rule text, definition text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	f ref.figure;
	p record;
	back record;
	got record;
	ago record;
	was record;
	known timestamptz := data.known_at(as_at);
	upto date;
begin
	for f in
		select x.* from ref.figure x
		where case when name is null then x.listed else x.period_kind not in ('fixed', 'year before', 'twelve before') end
		order by x.position
	loop
		select * into p from data.figure_period(f, as_at, name);
		upto := least(p.to_day, as_at);
		"position" := f.position; id := f.id; label := f.label; unit := f.unit; paragraph := f.paragraph;
		population := f.population; from_day := p.from_day; to_day := p.to_day; printed := f.printed; rule := f.rule; definition := f.definition;
		is_over := p.to_day <= as_at;
		period := p.label || case when p.from_day > as_at then ', not begun' when not is_over then ' so far' else '' end;
		value := ''; amount := null; before := ''; before_change := ''; year_ago := ''; year_change := '';
		note := 'Not begun';
		if p.from_day <= as_at then
			select * into got from data.figure_amount(f, p.from_day, upto, known);
			value := data.figure_shown(f, got.amount, got.counts, got.base);
			amount := case when not data.figure_is_small(f, got.counts) then got.amount end;
			note := data.figure_note(f, p.from_day, upto, known, got.amount, got.counts, got.base, got.said);
			if f.counted not in ('coverage', 'change') and f.period_kind <> 'day' then
				select * into back from data.period_shift(p.kind, p.from_day, upto, 1);
				select * into was from data.figure_was(f, back.from_day, back.to_day, known, amount);
				before := was.shown;
				before_change := was.change;
				select * into ago from data.period_year_ago(p.kind, p.from_day, upto);
				if ago.from_day <> back.from_day then
					select * into was from data.figure_was(f, ago.from_day, ago.to_day, known, amount);
					year_ago := was.shown;
					year_change := was.change;
				end if;
			end if;
		end if;
		return next;
	end loop;
end
$$;
comment on function data.figures(date, text) is 'The figures as at a day, over their own stretches or one that is named';
create function data.figures_day(as_at date) returns date
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	today date := data.clock()::date;
begin
	if data.my_force() is null then
		perform data.refuse('GL001', 'The login has no place in Gridline.', 'Ask the administrator for one.');
	end if;
	if as_at > today then
		perform data.refuse('GL004', format('%s lies in the future: today is %s.', as_at, today), 'Figures are counted as at a day that has come.');
	end if;
	return coalesce(as_at, today);
end
$$;
comment on function data.figures_day(date) is 'The day figures are counted as at: today if none is named, none to come, for who may read them';
create function data.figure_rows_of(id text, as_at date, name text)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric, hidden boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	f ref.figure;
	p record;
begin
	select x.* into f from ref.figure x where x.id = figure_rows_of.id;
	if f.id is null then
		perform data.refuse('GL005', format('There is no figure %s.', data.import_quote(coalesce(figure_rows_of.id, ''))),
			'The report board lists them by id.');
	end if;
	select * into p from data.figure_period(f, as_at, name);
	if f.measure <> 'returns' then
		return query select r.*, false from data.figure_rows(f, p.from_day, least(p.to_day, as_at), data.known_at(as_at)) r;
		return;
	end if;
	return query
	with r as (
		select * from data.figure_rows(f, p.from_day, least(p.to_day, as_at), data.known_at(as_at))
	), ranked as (
		select r.*, row_number() over small as rn, sum(r.counts) over small - r.counts as before,
			count(*) filter (where r.counts > 0 and r.counts < x.suppress_below) over () as few, x.suppress_below
		from r cross join ref.setting x
		window small as (partition by r.counts > 0 order by r.counts, r.on_day rows unbounded preceding)
	)
	select k.ref, k.line_id, k.on_day, k.unit, k.what, k.counts, k.base,
		coalesce(f.of_people and k.few > 0 and k.counts > 0
			and (k.counts < k.suppress_below or k.rn <= 2 or k.before < k.suppress_below), false)
	from ranked k
	order by k.on_day, k.ref;
end
$$;
comment on function data.figure_rows_of(text, date, text) is 'The rows a figure counts as at a day, and which of them are too small to be told';
