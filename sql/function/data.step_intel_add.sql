-- SPDX-License-Identifier: MIT
create function data.step_intel_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('intel_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
begin
	if upper(cells ->> 'handling') = 'C' and coalesce(cells ->> 'conditions', '') = '' then
		perform data.refuse_fields(array['conditions: handling code C needs the conditions it may be shared under']);
	end if;
	insert into data.intel (line_id, on_day, source_grade, intel_grade, handling, conditions, statement, body, source_ref, entered_at)
	values (l.line_id, day, cells ->> 'source_grade', upper(cells ->> 'intel_grade'), upper(cells ->> 'handling'),
		coalesce(cells ->> 'conditions', ''), lower(cells ->> 'statement'), cells ->> 'body', cells ->> 'source_ref', data.clock())
	returning intel_id into id;
	update data.line x set last_seen = greatest(x.last_seen, day) where x.line_id = l.line_id returning x.row_version into version;
	version := coalesce(version, l.row_version);
	ref := l.line_ref;
	said := format('Intelligence on %s is recorded', ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_intel_add(uuid, int, jsonb) is 'Add intelligence to a line';
