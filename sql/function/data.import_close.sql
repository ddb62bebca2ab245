-- SPDX-License-Identifier: MIT
-- The rows go in any case: they may hold telephone numbers and name people, and nobody needs them again.
create function data.import_close(p_import uuid, done boolean, p_added bigint, p_changed bigint, p_same bigint)
returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	delete from data.import_row where import_id = p_import;
	delete from data.import_line where import_id = p_import;
	delete from data.import_event where import_id = p_import;
	delete from data.import_return where import_id = p_import;
	if done then
		update data.import
		   set finished_at = clock_timestamp(), added = p_added, changed = p_changed, same = p_same
		 where import_id = p_import;
		perform audit.write('collection', 'import', p_import::text, '', '',
			(select jsonb_build_object('kind', i.kind, 'file', i.file, 'added', i.added, 'changed', i.changed,
				'same', i.same)
			   from data.import i where i.import_id = p_import));
	end if;
end
$$;
comment on function data.import_close(uuid, boolean, bigint, bigint, bigint) is 'End an import and keep what came of it';
