-- SPDX-License-Identifier: MIT
-- The rows of then against the rows of now, each under its reference: what is not in both, or counts otherwise. Of a
-- figure too small to be told, then or now, nothing is listed: its length would tell it.
create function data.review_board_rows(p_week text, p_id text)
returns table ("position" int, id text, label text, how text, ref text, line_id uuid, on_day date, unit text, what text, change numeric, base_change numeric)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review;
	b data.review_board;
	f ref.figure;
begin
	select * into r from data.review x where x.week = p_week and x.force = data.my_force() and x.state = 'closed' order by x.frozen_at limit 1;
	if not found then
		perform data.refuse('GL005', format('There is no frozen review of %s.', data.import_quote(coalesce(p_week, ''))),
			'A review freezes its figures when it is closed; gridline review list shows which are.');
	end if;
	if p_id is not null and not exists (select from data.review_board x where x.review_id = r.review_id and x.id = p_id) then
		perform data.refuse('GL005', format('The review of %s froze no figure %s.', p_week, data.import_quote(p_id)),
			'The report board lists them by id.');
	end if;
	for b in
		select x.* from data.review_board x where x.review_id = r.review_id and x.id = coalesce(p_id, x.id) and x.from_day <= data.day_of(r.frozen_at)
		order by x.position
	loop
		select x.* into f from ref.figure x where x.id = b.id;
		continue when not found or f.period_kind = 'day' or data.figure_is_small(f, b.counts) or data.figure_is_small(f,
			(select a.counts from data.figure_amount(f, b.from_day, b.to_day, data.clock()) a));
		return query
		with old as (
			select x.*, row_number() over (partition by x.ref, y.day, x.unit order by x.counts, x.base) as k, y.day
			from data.figure_rows(f, b.from_day, b.to_day, r.frozen_at) x
			-- Of a place it matters whether, not when.
			cross join lateral (select case f.counted when 'coverage' then b.to_day else x.on_day end as day) y
		), new as (
			select x.*, row_number() over (partition by x.ref, y.day, x.unit order by x.counts, x.base) as k, y.day
			from data.figure_rows(f, b.from_day, b.to_day, data.clock()) x
			cross join lateral (select case f.counted when 'coverage' then b.to_day else x.on_day end as day) y
		)
		select b.position, b.id, b.label, case
				when old.k is null then case f.measure when 'returns' then 'returned since' when 'o2r_net' then 'returned since' else 'recorded since' end
				when new.k is null then case f.measure when 'type1' then 'revoked since' when 'ocg' then 'no longer counts' when 'returns' then 'replaced since' when 'o2r_net' then 'replaced since'
					else 'voided since' end
				else 'counts otherwise' end,
			coalesce(new.ref, old.ref), coalesce(new.line_id, old.line_id), coalesce(new.on_day, old.on_day), coalesce(new.unit, old.unit),
			coalesce(new.what, old.what), coalesce(new.counts, 0) - coalesce(old.counts, 0), coalesce(new.base, 0) - coalesce(old.base, 0)
		from old full join new on old.ref = new.ref and old.day is not distinct from new.day and old.unit is not distinct from new.unit and old.k = new.k
		where (coalesce(old.counts, 0), coalesce(old.base, 0)) <> (coalesce(new.counts, 0), coalesce(new.base, 0))
		order by coalesce(new.on_day, old.on_day), coalesce(new.ref, old.ref);
	end loop;
end
$$;
comment on function data.review_board_rows(text, text) is 'The records behind the differences between a frozen board and the same counted now';
