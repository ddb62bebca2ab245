-- SPDX-License-Identifier: MIT
create function audit.tg_line_number__log() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	lines uuid[];
	n bigint;
	operation text := case tg_op when 'INSERT' then 'collection' when 'UPDATE' then 'alteration' else 'erasure' end;
begin
	if tg_op = 'DELETE' then
		select count(*), (array_agg(distinct line_id))[:100] into n, lines from gone;
	else
		select count(*), (array_agg(distinct line_id))[:100] into n, lines from come;
	end if;
	if n > 0 then
		perform audit.write(operation, 'number', n || ' numbers', '', '',
			jsonb_build_object('rows', n, 'lines', lines));
	end if;
	return null;
end
$$;
comment on function audit.tg_line_number__log() is 'Logs what happens to numbers, never the numbers';
create trigger tg_line_number__log_insert after insert on data.line_number
	referencing new table as come for each statement execute function audit.tg_line_number__log();
create trigger tg_line_number__log_update after update on data.line_number
	referencing new table as come for each statement execute function audit.tg_line_number__log();
create trigger tg_line_number__log_delete after delete on data.line_number
	referencing old table as gone for each statement execute function audit.tg_line_number__log();
