-- SPDX-License-Identifier: MIT
create function data.step_ddtro_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('ddtro_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
	due date;
begin
	due := coalesce(data.parse_day(cells ->> 'compliance_due'), data.working_day(day, 5));
	if due < day then
		perform data.refuse_fields(array['compliance_due: lies before the order']);
	end if;
	if (cells ->> 'identifiers')::int = 0 then
		perform data.refuse_fields(array['identifiers: an order restricts at least one']);
	end if;
	id := gen_random_uuid();
	insert into data.ddtro (event_id, event_ref, on_day, unit, line_id, applicant_rank, compliance_due, identifiers, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('DD', id)), day, data.the_unit(cells, day), l.line_id,
		(select w.code from ref.word w where w.vocabulary = 'rank' and lower(w.code) = lower(cells ->> 'applicant_rank')), due, (cells ->> 'identifiers')::int, data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('A restriction order on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_ddtro_add(uuid, int, jsonb) is 'Record a restriction order';
