-- SPDX-License-Identifier: MIT
-- What is counted now is counted over the same days: the difference is what has been recorded, voided, revoked and
-- returned since. The grid of a moment is what it was, so a figure of a day is counted as of the freeze.
create function data.review_board(p_week text)
returns table ("position" int, id text, label text, unit text, population text, period text, from_day date, to_day date, definition text,
	definition_now text, frozen text, recounted text, difference text, change numeric, moved boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review;
	b data.review_board;
	f ref.figure;
	got record;
begin
	select * into r from data.review x where x.week = p_week and x.force = data.my_force() and x.state = 'closed' order by x.frozen_at limit 1;
	if not found then
		perform data.refuse('GL005', format('There is no frozen review of %s.', data.import_quote(coalesce(p_week, ''))),
			'A review freezes its figures when it is closed; gridline review list shows which are.');
	end if;
	for b in select x.* from data.review_board x where x.review_id = r.review_id order by x.position loop
		"position" := b.position; id := b.id; label := b.label; unit := b.unit; population := b.population; period := b.period;
		from_day := b.from_day; to_day := b.to_day; definition := b.definition; frozen := b.value;
		definition_now := ''; recounted := ''; difference := ''; change := null; moved := false;
		select x.* into f from ref.figure x where x.id = b.id;
		if found and b.from_day <= data.day_of(r.frozen_at) then
			select * into got from data.figure_amount(f, b.from_day, b.to_day,
				case f.period_kind when 'day' then r.frozen_at else data.clock() end);
			definition_now := f.definition;
			recounted := data.figure_shown(f, got.amount, got.counts, got.base);
			if not data.figure_is_small(f, got.counts) and not data.figure_is_small(f, b.counts) then
				difference := case when b.amount is null and got.amount is not null then 'returned since'
					else data.figure_change(f, got.amount, b.amount) end;
				change := round(got.amount - b.amount, greatest(f.decimals, case f.unit when 'percent' then 1 else 0 end));
			end if;
			moved := recounted <> b.value or difference not in ('', 'no change');
		end if;
		return next;
	end loop;
end
$$;
comment on function data.review_board(text) is 'The board''s figures a review froze, beside the same counted now';
