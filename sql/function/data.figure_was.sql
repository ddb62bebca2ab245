-- SPDX-License-Identifier: MIT
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
