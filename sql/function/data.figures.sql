-- SPDX-License-Identifier: MIT
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
