-- SPDX-License-Identifier: MIT
-- What takes long comes before the first entry of the log, whose head every other writer needs.
create function data.step_review_close(p_id uuid, p_version int, cells jsonb,
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
