-- SPDX-License-Identifier: MIT
create function data.dossier_rows(token uuid)
returns table (pane text, place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	c audit.consultation := data.dossier_open(token);
begin
	if c.object_kind <> 'line' then
		return;
	end if;
	return query select * from data.dossier_panes(c.object_id);
end
$$;
comment on function data.dossier_rows(uuid) is 'Everything behind a line, pane by pane, that a committed consultation opens';
