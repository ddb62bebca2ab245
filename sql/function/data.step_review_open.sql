-- SPDX-License-Identifier: MIT
create function data.step_review_open(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_open', p_id, p_version);
	who text := coalesce(nullif(cells ->> 'chair', ''), r.chair);
	fault text := data.chair_fault(who, r.force);
	there record;
begin
	select * into there from data.staff_list(cells ->> 'attendees', r.force);
	if fault is not null or there.faults is not null then
		perform data.refuse_fields(array_remove(array['chair: ' || fault, 'attendees: ' || array_to_string(there.faults, '; ')], null));
	end if;
	update data.review x set state = 'open', opened_at = data.clock(), opened_by = session_user, chair = who,
		attendees = case when cells ? 'attendees' then there.logins else x.attendees end,
		units = case when cells ? 'units' then array(select data.import_items(cells ->> 'units')) else x.units end,
		since = data.review_since(r.series_id, r.week)
	where x.review_id = r.review_id returning * into r;
	perform data.review_fill(r);
	insert into data.review_place (review_id, item_id)
	select r.review_id, (select i.item_id from data.review_item i where i.review_id = r.review_id order by i.position limit 1)
	on conflict do nothing;
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('the review of %s is open, %s in the chair: %s items', r.week, r.chair,
		(select count(*) from data.review_item i where i.review_id = r.review_id));
	lines := '{}';
end
$$;
comment on function data.step_review_open(uuid, int, jsonb) is 'Open a review: the meeting begins';
