-- SPDX-License-Identifier: MIT
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
