-- SPDX-License-Identifier: MIT
-- One entry a statement, with references up to a hundred: an import of thousands is one collection.
-- What the same transaction adds to a new line (lists, score) is part of its collection.
create function audit.tg_line__log() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	refs text[];
	n bigint;
	operation text := case tg_op when 'INSERT' then 'collection' when 'UPDATE' then 'alteration' else 'erasure' end;
begin
	if tg_op = 'INSERT' then
		select count(*), (array_agg(line_ref order by line_ref))[:100] into n, refs from come;
	elsif tg_op = 'UPDATE' then
		select count(*), (array_agg(c.line_ref order by c.line_ref))[:100] into n, refs
		from come c join gone g using (line_id)
		where c.row_version <> g.row_version and c.valid_from > g.valid_from;
	else
		select count(*), (array_agg(line_ref order by line_ref))[:100] into n, refs from gone;
	end if;
	if n > 0 then
		perform audit.write(operation, 'line', case when n = 1 then refs[1] else n || ' lines' end, '', '',
			jsonb_build_object('rows', n, 'refs', refs));
	end if;
	return null;
end
$$;
comment on function audit.tg_line__log() is 'Logs collection, alteration and erasure of lines';
create trigger tg_line__log_insert after insert on data.line
	referencing new table as come for each statement execute function audit.tg_line__log();
create trigger tg_line__log_update after update on data.line
	referencing old table as gone new table as come for each statement execute function audit.tg_line__log();
create trigger tg_line__log_delete after delete on data.line
	referencing old table as gone for each statement execute function audit.tg_line__log();
