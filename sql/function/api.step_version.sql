-- SPDX-License-Identifier: MIT
-- Asked by an open form whenever something of the kind was changed, so it gives nothing but the number.
create function api.step_version(step text, id uuid) returns int
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step := data.step_allowed(step, id);
begin
	return (select v.value::int from data.step_values(s, id) v where v.name = '');
end
$$;
comment on function api.step_version(text, uuid) is 'The version by now of the record that a form of a step is about; 0 where it makes a new one';
