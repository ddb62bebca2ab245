-- What takes long comes before the first entry of the log, whose head every other writer needs.
create or replace function data.step_review_close(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_close', p_id, p_version);
	figures jsonb;
	board jsonb;
	n data.review;
begin
	r.frozen_at := data.freeze_barrier();
	figures := data.review_figures(r, r.frozen_at);
	board := (select jsonb_agg(to_jsonb(b) order by b.position) from data.review_board_count(r.review_id, r.frozen_at) b);
	r.frozen_after := (select x.review_id from data.review x where x.frozen_at is not null order by x.frozen_at desc limit 1);
	r.closed_at := r.frozen_at;
	r.closed_by := session_user;
	r.frozen_hash := data.freeze_hash(r, data.review_frozen(figures, board));
	insert into data.review_figure (review_id, position, measure, n)
	select r.review_id, f.n, f.x ->> 0, (f.x ->> 1)::bigint from jsonb_array_elements(figures) with ordinality f (x, n);
	insert into data.review_board select * from jsonb_populate_recordset(null::data.review_board, board);
	update data.review x set state = 'closed', closed_at = r.closed_at, closed_by = r.closed_by, frozen_at = r.frozen_at,
		frozen_after = r.frozen_after, frozen_hash = r.frozen_hash
	where x.review_id = r.review_id returning x.row_version into version;
	n := data.review_next(r);
	perform audit.write('alteration', 'review', r.week, '', '', jsonb_build_object('force', r.force, 'frozen_at', r.frozen_at,
		'hash', encode(r.frozen_hash, 'hex')));
	id := r.review_id;
	ref := r.week;
	said := format('the review of %s is closed and frozen; the next is %s', r.week, n.week);
	lines := '{}';
end
$$;
comment on function data.step_review_close(uuid, int, jsonb) is 'Close a review: from then on grid, decisions and figures are frozen';
-- What a row alone can tell, once its series is known.
create or replace function data.import_check_return_cells(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with row as materialized (
		select r.line, r.cells, s.*, data.parse_day(r.cells ->> 'period_start') as first_day, data.parse_day(r.cells ->> 'period_end') as last_day,
			(select b.breakdown from ref.series_breakdown b where b.series = s.code and b.breakdown = lower(r.cells ->> 'breakdown')) as known
		from data.import_row r join ref.series s on s.code = lower(r.cells ->> 'series')
		where r.import_id = p_import
	), fault as (
		select line, x.cell, format('%s is not a day; days are written like %s', data.import_quote(cells ->> x.cell), c.today) as reason
		from row cross join ref.clock c cross join (values ('period_start'), ('period_end')) x (cell)
		where cells ->> x.cell <> '' and data.parse_day(cells ->> x.cell) is null
		union all
		select line, 'series', format('%s is added up from %s: hand those in', code, array_to_string(sum_of, ' and ')) from row where sum_of is not null
		union all
		select line, 'period_end', data.period_fault(period_kind, first_day, last_day) from row
		union all
		select line, 'breakdown', format('%s is no breakdown of %s; known are: %s', data.import_quote(cells ->> 'breakdown'), code,
			coalesce((select string_agg(b.breakdown, ', ' order by b.position) from ref.series_breakdown b where b.series = code), 'none'))
		from row where cells ->> 'breakdown' <> '' and known is null
		union all
		select line, 'category', 'is empty: which part by ' || known || ' is it?' from row where known is not null and cells ->> 'category' = ''
		union all
		select line, 'category', 'a total has none: name the breakdown, too' from row where cells ->> 'breakdown' = '' and cells ->> 'category' <> ''
		union all
		select line, 'category', format('%s is not known by %s; known are: %s', data.import_quote(cells ->> 'category'), known, x.all)
		from row cross join lateral (
			select string_agg(k.category, ', ' order by k.position) as all, bool_or(lower(k.category) = lower(cells ->> 'category')) as found
			from ref.series_category k where k.series = code and k.breakdown = known
				and coalesce(last_day, k.valid_from) between k.valid_from and k.valid_to) x
		where known is not null and cells ->> 'category' <> '' and x.found is not true
		union all
		select line, 'breakdown', format('is empty: %s has no total, only parts', code) from row where not totalled and cells ->> 'breakdown' = ''
		union all
		select line, 'value', case
			when cells ->> 'value' ~ '^-[0-9.]+$' then format('%s is less than nought', cells ->> 'value')
			when cells ->> 'value' !~ '^[0-9]{1,15}([.][0-9]{1,6})?$' then format('%s is not a number: digits only, nought or more', data.import_quote(cells ->> 'value'))
			when scale(trim_scale((cells ->> 'value')::numeric)) > decimals then format('%s has too many decimal places: %s', cells ->> 'value',
				case decimals when 0 then unit || ' are whole' else 'at most ' || decimals end)
			when unit = 'percent' and (cells ->> 'value')::numeric > 100 then format('%s is more than 100 percent', cells ->> 'value') end
		from row where cells ->> 'value' <> ''
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, cell, reason from fault where reason is not null
$$;
comment on function data.import_check_return_cells(uuid) is 'Notes what rows of returns tell by themselves';
