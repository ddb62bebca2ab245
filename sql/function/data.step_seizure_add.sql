-- SPDX-License-Identifier: MIT
create function data.step_seizure_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('seizure_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
begin
	id := gen_random_uuid();
	insert into data.seizure (event_id, event_ref, on_day, unit, line_id, what, quantity, measure, class_a, programme, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('SZ', id)), day, data.the_unit(cells, day), l.line_id,
		cells ->> 'what', nullif(cells ->> 'quantity', '')::numeric, coalesce(cells ->> 'measure', ''), data.yes(cells ->> 'class_a'), data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('A seizure on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_seizure_add(uuid, int, jsonb) is 'Record a seizure';
