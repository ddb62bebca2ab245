-- SPDX-License-Identifier: MIT
create function api.draft_save(step text, id uuid, version int, cells jsonb) returns timestamptz
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	at timestamptz := clock_timestamp();
begin
	perform data.step_allowed(step, id);
	if pg_column_size(cells) > 1000000 then
		perform data.refuse('GL004', 'This draft is over a megabyte.', 'Shorten it; it is kept on the screen meanwhile.');
	end if;
	insert into data.draft as d (step, object_id, version, cells, saved_at)
	values (step, coalesce(id, '00000000-0000-0000-0000-000000000000'), coalesce(version, 0), cells, at)
	on conflict on constraint draft_pkey do update
		set version = excluded.version, cells = excluded.cells, saved_at = excluded.saved_at;
	return at;
end
$$;
comment on function api.draft_save(text, uuid, int, jsonb) is 'Keep what was typed into a form, as the caller''s own draft';
