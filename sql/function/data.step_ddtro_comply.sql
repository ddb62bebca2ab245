-- SPDX-License-Identifier: MIT
create function data.step_ddtro_comply(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.ddtro;
begin
	perform data.event_lock('ddtro_comply', p_id, p_version);
	select * into strict d from data.ddtro x where x.event_id = p_id;
	if data.parse_day(cells ->> 'on') < d.on_day then
		perform data.refuse_fields(array[format('on: lies before the order, %s', d.on_day)]);
	end if;
	update data.ddtro x set complied_on = data.parse_day(cells ->> 'on'), row_version = x.row_version + 1
	where x.event_id = p_id returning x.row_version into version;
	id := p_id;
	ref := d.event_ref;
	said := format('%s was complied with', ref);
	lines := array[d.line_id];
end
$$;
comment on function data.step_ddtro_comply(uuid, int, jsonb) is 'Say when the provider complied with a restriction order';
