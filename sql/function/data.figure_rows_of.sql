-- SPDX-License-Identifier: MIT
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
