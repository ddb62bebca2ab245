-- SPDX-License-Identifier: MIT
create function data.step_review_correct(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_correct', p_id, p_version);
	i data.review_item := data.review_say(r, 'correction', cells);
begin
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('a %scorrection to %s is added', case when r.state = 'closed' then 'late ' else '' end,
		coalesce('item ' || i.position, 'the review of ' || r.week));
	lines := case when i.line_id is null then '{}' else array[i.line_id] end;
end
$$;
comment on function data.step_review_correct(uuid, int, jsonb) is 'Correct what was recorded, by an entry that says so';
