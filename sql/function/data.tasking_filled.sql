-- SPDX-License-Identifier: MIT
-- What was typed stands; then the template; then what is usual: the unit that the line is exported from, ten
-- working days, the route of that unit. Never raises: the preview asks it while somebody types.
create function data.tasking_filled(p_line uuid, cells jsonb) returns jsonb
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select cells - 'template' || jsonb_strip_nulls(jsonb_object_agg(v.name, coalesce(nullif(btrim(cells ->> v.name), ''), v.value)))
		from ref.clock c
		left join ref.tasking_template m on lower(m.code) = lower(cells ->> 'template') and c.today between m.valid_from and m.valid_to
		left join data.line l on l.line_id = p_line
		cross join lateral (values
			('title', m.title), ('asked', m.asked), ('unit', coalesce(m.unit, l.export_npu)),
			('due', coalesce(m.working_days, 10) || 'wd'), ('priority', coalesce(m.priority, 'normal')),
			('route', coalesce(m.route, case when l.export_npu is not null then 'local' else 'force' end)),
			('four_p', m.four_p), ('nim_level', m.nim_level::text), ('operation', m.operation)) v (name, value));
end
$$;
comment on function data.tasking_filled(uuid, jsonb) is 'The fields of a new tasking with what they leave empty: from their template, or as is usual';
