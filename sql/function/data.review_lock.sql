-- SPDX-License-Identifier: MIT
create function data.review_lock(p_step text, p_id uuid, p_version int) returns data.review
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review;
	blocked text;
begin
	select * into strict r from data.review where review_id = p_id for no key update;
	if r.row_version is distinct from p_version then
		perform data.refuse_stale('The review of ' || r.week, p_version, r.row_version, r.changed_by);
	end if;
	blocked := data.blocked_review(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('The review of %s: %s.', r.week, blocked), 'Look at the review again.');
	end if;
	return r;
end
$$;
comment on function data.review_lock(text, uuid, int) is 'The review a step is about to change, locked, as the caller saw it';
