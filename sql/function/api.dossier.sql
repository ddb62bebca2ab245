-- SPDX-License-Identifier: MIT
-- Rights are today's: a line taken away since the consultation stays shut, under the row policies.
create function api.dossier(token uuid) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	record jsonb := data.dossier(token);
begin
	if not exists (select from data.line l where record ->> 'kind' = 'line' and l.line_id = (record ->> 'id')::uuid)
		and not exists (select from data.crime_group g
			where record ->> 'kind' = 'group' and g.group_id = (record ->> 'id')::uuid) then
		perform data.refuse('GL002', 'This consultation opens nothing any more.',
			'The record is no longer yours to see.');
	end if;
	return record;
end
$$;
comment on function api.dossier(uuid) is 'Second step to personal data: answers for a committed, fresh consultation of the caller''s own';
