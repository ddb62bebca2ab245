-- SPDX-License-Identifier: MIT
create function data.step_review_item_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_item_add', p_id, p_version);
	line data.line;
	grp data.crime_group;
	i data.review_item;
begin
	if coalesce(cells ->> 'line_ref', '') <> '' then
		select * into line from data.line l where lower(l.line_ref) = lower(cells ->> 'line_ref') and data.line_seen(l.line_id);
		if not found then
			perform data.refuse_fields(array['line_ref: there is no such line, or it is not yours to see']);
		elsif line.merged_into is not null then
			perform data.refuse_fields(array['line_ref: it was merged into another: add that one']);
		elsif exists (select from data.review_item x where x.review_id = r.review_id and x.line_id = line.line_id and x.state = 'open') then
			perform data.refuse_fields(array[format('line_ref: %s is item %s', line.line_ref,
				(select min(x.position) from data.review_item x where x.review_id = r.review_id and x.line_id = line.line_id and x.state = 'open'))]);
		end if;
	end if;
	if coalesce(cells ->> 'group_ref', '') <> '' then
		select * into grp from data.crime_group g where lower(g.group_ref) = lower(cells ->> 'group_ref');
	end if;
	if line.line_id is null and grp.group_id is null and coalesce(cells ->> 'subject', '') = '' then
		perform data.refuse_fields(array['subject: say what it is about: a line, a group, or a subject']);
	end if;
	insert into data.review_item (review_id, position, kind, line_id, group_id, subject, why, added_by)
	values (r.review_id, 1 + coalesce((select max(x.position) from data.review_item x where x.review_id = r.review_id), 0), 'other',
		line.line_id, grp.group_id, coalesce(cells ->> 'subject', ''), array[cells ->> 'why'], session_user)
	returning * into i;
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('%s is item %s of %s', coalesce(line.line_ref, grp.group_ref, i.subject), i.position, r.week);
	lines := case when line.line_id is null then '{}' else array[line.line_id] end;
end
$$;
comment on function data.step_review_item_add(uuid, int, jsonb) is 'Put something on the agenda';
