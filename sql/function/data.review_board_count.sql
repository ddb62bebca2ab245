-- SPDX-License-Identifier: MIT
create function data.review_board_count(p_review uuid, p_at timestamptz) returns setof data.review_board
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	f ref.figure;
	p record;
	got record;
	b data.review_board;
	today date := data.day_of(p_at);
begin
	b.review_id := p_review;
	for f in select x.* from ref.figure x where x.listed order by x.position loop
		select * into p from data.figure_period(f, today, null);
		select null::numeric as amount, null::numeric as counts, null::numeric as base into got;
		if p.from_day <= today then
			select * into got from data.figure_amount(f, p.from_day, least(p.to_day, today), p_at);
		end if;
		b.position := f.position; b.id := f.id; b.label := f.label; b.unit := f.unit; b.population := f.population;
		b.period := p.label || case when p.from_day > today then ', not begun' when p.to_day > today then ' so far' else '' end;
		b.from_day := p.from_day; b.to_day := least(p.to_day, greatest(today, p.from_day));
		b.value := data.figure_shown(f, got.amount, got.counts, got.base);
		b.amount := got.amount; b.counts := got.counts; b.base := got.base; b.definition := f.definition;
		return next b;
	end loop;
end
$$;
comment on function data.review_board_count(uuid, timestamptz) is 'The figures of the board as a review freezes them: as of a moment, over their own stretches';
