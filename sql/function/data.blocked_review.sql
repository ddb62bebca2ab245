-- SPDX-License-Identifier: MIT
create function data.blocked_review(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when r.state = 'closed' and step not in ('review_note', 'review_correct') then 'it is closed; a note or a correction can be added'
		when step = 'review_correct' and not exists (select from data.review_decision d where d.review_id = r.review_id)
			then 'nothing is decided yet'
		when step in ('review_open', 'review_refresh') and r.state = 'open' then 'it is open already'
		when step in ('review_go', 'review_close') and r.state = 'prepared' then 'it has not begun'
		when step = 'review_go' and data.review_authority(r, session_user) is null and session_user <> r.opened_by
			then format('%s has the chair', r.chair)
		when step = 'review_chair' and session_user <> r.chair
			and (select s.role from data.staff s where s.login = session_user) is distinct from 'supervisor'
			then format('%s has the chair, and a supervisor hands it on', r.chair)
		when step = 'review_open' then (select format('the review of %s is still open', o.week) from data.review o
			where o.series_id = r.series_id and o.state = 'open')
		when step = 'review_close' and data.review_authority(r, session_user) is null and session_user <> r.opened_by
			then format('%s has the chair', r.chair)
		when step = 'review_close' then (
			select format('%s: %s', case count(*) when 1 then 'one item has' else count(*) || ' items have' end
				|| ' neither decision nor deferral', string_agg(i.position::text, ', ' order by i.position))
			from data.review_item i where i.review_id = r.review_id and i.state = 'open' having count(*) > 0)
	end
	from data.review r where r.review_id = id
$$;
comment on function data.blocked_review(text, uuid) is 'Why a step cannot be taken on a review as it stands; null if it can';
