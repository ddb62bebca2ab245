-- SPDX-License-Identifier: MIT
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
