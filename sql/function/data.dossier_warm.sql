-- SPDX-License-Identifier: MIT
-- A session's first dossier compiles and plans a dozen functions over all that a line has: 30 ms that can
-- be spent while a person types the reason. Of no line there is nothing to show.
create function data.dossier_warm() returns void
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform from data.dossier_panes(null);
end
$$;
comment on function data.dossier_warm() is 'Make the session ready to read a dossier; reads none';
