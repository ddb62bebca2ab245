-- SPDX-License-Identifier: MIT
create function data.step_review_decide(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	i data.review_item := data.review_item_lock('review_decide', p_id, p_version);
	d ref.decision;
	r data.review;
	who record;
	kept data.review_decision;
	faults text[];
begin
	select * into strict r from data.review x where x.review_id = i.review_id;
	select * into strict d from ref.decision x where x.code = cells ->> 'decision';
	select * into who from data.review_decider(r, d, cells ->> 'decided_by');
	faults := array_cat(case when who.fault is not null then array['decided_by: ' || who.fault] end, data.decision_faults(i, d, cells));
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
	kept := data.review_keep(i, d, who.login, cells, lower(d.label)
		|| case when coalesce(cells ->> 'referred_to', '') <> '' then ' to ' || (cells ->> 'referred_to') else '' end);
	said := format('item %s: %s', i.position, kept.said) || coalesce('; ' || data.decision_effect(i, d, kept, cells), '');
	id := i.item_id;
	ref := i.position::text;
	version := (select x.row_version from data.review_item x where x.item_id = i.item_id);
	lines := case when i.line_id is null then '{}' else array[i.line_id] end;
end
$$;
comment on function data.step_review_decide(uuid, int, jsonb) is 'Decide on an item, with what it does to the line and the tasking that goes with it, or not at all';
