-- SPDX-License-Identifier: MIT
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
