-- SPDX-License-Identifier: MIT
create function data.step_review_attend(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_attend', p_id, p_version);
	there record;
begin
	select * into there from data.staff_list(cells ->> 'attendees', r.force);
	if there.faults is not null then
		perform data.refuse_fields(array['attendees: ' || array_to_string(there.faults, '; ')]);
	end if;
	update data.review x set row_version = x.row_version + 1, attendees = there.logins, units = array(select data.import_items(coalesce(cells ->> 'units', '')))
	where x.review_id = r.review_id returning * into r;
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('%s people and %s units are there', cardinality(r.attendees), cardinality(r.units));
	lines := '{}';
end
$$;
comment on function data.step_review_attend(uuid, int, jsonb) is 'Say who is there';
