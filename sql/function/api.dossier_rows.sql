-- SPDX-License-Identifier: MIT
-- As api.dossier, a row an item. Rights are today's: a line taken away since the consultation stays shut.
create function api.dossier_rows(token uuid)
returns table (pane text, place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if not exists (select from data.dossier_open(token) c
			where c.object_kind = 'line' and exists (select from data.line l where l.line_id = c.object_id)
				or c.object_kind = 'group' and exists (select from data.crime_group g where g.group_id = c.object_id)) then
		perform data.refuse('GL002', 'This consultation opens nothing any more.',
			'The record is no longer yours to see.');
	end if;
	return query select r.* from data.dossier_rows(token) r;
end
$$;
comment on function api.dossier_rows(uuid) is 'Second step to personal data, pane by pane';
