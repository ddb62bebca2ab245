create function data.figure_shown(f ref.figure, amount numeric, counts numeric, base numeric) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when amount is null then ''
		when data.figure_is_small(f, counts) then '<' || (select s.suppress_below from ref.setting s)
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
		when f.unit = 'percent' then to_char(round(now, 1) - round(was, 1), 'FMSG990.0') || ' points'
		when now = was then 'no change'
		else to_char(round(now, f.decimals) - round(was, f.decimals), 'FMSG999,999,999') || case when was = 0 then ''
			else format(' (%s%%)', to_char(100 * (now - was) / was, 'FMSG999990' || case when abs(100 * (now - was) / was) < 10 then '.0' else '' end)) end
		end
$$;
comment on function data.figure_change(ref.figure, numeric, numeric) is 'The difference between two values of a figure, as a count and as a percentage';
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
create function data.figure_note(f ref.figure, from_day date, to_day date, known timestamptz, amount numeric, counts numeric, base numeric)
returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	said text[];
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
	if f.counted = 'coverage' then
		select string_agg(r.ref, ', ' order by r.ref) filter (where r.counts = 0 and r.base = 1) as without,
			string_agg(r.ref, ', ' order by r.ref) filter (where r.base = 0) as beyond
		  into other from data.figure_rows(f, from_day, to_day, known) r;
		said := said || concat_ws('; ', format('%s of %s', counts, base), 'nothing in ' || other.without, 'also in ' || other.beyond);
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
	return concat_ws('; ', variadic coalesce(said, '{}') || data.figure_gaps(f, from_day, to_day, known) || nullif(f.caution, ''));
end
$$;
comment on function data.figure_note(ref.figure, date, date, timestamptz, numeric, numeric, numeric) is 'What a reader must know beside a figure';
-- Each figure with the stretch before it and the same a year ago. What is not over is counted to the day, and
-- compared with as many days: a quarter of six weeks is not held against one of thirteen.
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
		period := p.label || case when p.from_day > as_at then ', not begun' when not is_over then format(', not over: to %s', upto) else '' end;
		value := ''; amount := null; before := ''; before_change := ''; year_ago := ''; year_change := '';
		note := 'Not begun';
		if p.from_day <= as_at then
			select * into got from data.figure_amount(f, p.from_day, upto, known);
			value := data.figure_shown(f, got.amount, got.counts, got.base);
			amount := case when not data.figure_is_small(f, got.counts) then got.amount end;
			note := data.figure_note(f, p.from_day, upto, known, got.amount, got.counts, got.base);
			if f.counted not in ('coverage', 'change') and f.period_kind <> 'day' then
				select * into back from data.period_shift(p.kind, p.from_day, upto, 1);
				select * into was from data.figure_amount(f, back.from_day, back.to_day, known);
				before := data.figure_shown(f, was.amount, was.counts, was.base);
				before_change := data.figure_change(f, amount, case when not data.figure_is_small(f, was.counts) then was.amount end);
				select * into back from data.period_year_ago(p.kind, p.from_day, upto);
				select * into was from data.figure_amount(f, back.from_day, back.to_day, known);
				year_ago := data.figure_shown(f, was.amount, was.counts, was.base);
				year_change := data.figure_change(f, amount, case when not data.figure_is_small(f, was.counts) then was.amount end);
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
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
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
	return query select * from data.figure_rows(f, p.from_day, least(p.to_day, as_at), data.known_at(as_at)) r
		order by r.on_day, r.ref;
end
$$;
comment on function data.figure_rows_of(text, date, text) is 'The rows a figure counts as at a day';
