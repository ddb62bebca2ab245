-- SPDX-License-Identifier: MIT
create function api.step_fields()
returns table (step text, step_label text, object text, roles text[], scope text, name text, place int, label text,
	help text, shape text, vocabulary text, required boolean, max_length int, since_line boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select s.step, s.label, s.object, s.roles, s.scope, f.name, f.position, f.label, f.help, f.shape, f.vocabulary,
		f.required, f.max_length, f.since_line
	from ref.step s
	left join lateral data.step_fields(s.step) f on true
	order by s.position, s.step, f.position
$$;
comment on function api.step_fields() is 'Every step with its fields: what api.step takes';
