-- SPDX-License-Identifier: MIT
-- The verdict: everything is checked, and applied if nothing is wrong. A dry run goes the same way
-- and is undone at its end, so it finds all that the run itself would.
create function data.import_finish(import uuid, dry_run boolean,
	out errors bigint, out warnings bigint, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	the_kind text;
	refusals text;
begin
	perform data.import_open(import);
	select i.kind into the_kind from data.import i where i.import_id = import;
	perform data.import_check(import, the_kind);
	added := 0;
	changed := 0;
	same := 0;
	if data.import_is_good(import) then
		begin
			execute format('select * from data.import_apply_%s($1)', the_kind)
			   into added, changed, same using import;
			if dry_run then
				raise exception using errcode = 'GLDRY', message = 'dry run';
			end if;
		exception
			when sqlstate 'GLDRY' then
				null;
			when sqlstate 'GLIMP' then
				get stacked diagnostics refusals = pg_exception_detail;
				insert into data.import_error (import_id, line, cell, reason)
				select import, line, cell, reason
				  from jsonb_to_recordset(refusals::jsonb) as r(line integer, cell text, reason text);
		end;
	end if;
	select count(*) filter (where not e.warning), count(*) filter (where e.warning)
	  into errors, warnings
	  from data.import_error e where e.import_id = import;
	perform data.import_close(import, errors = 0 and not dry_run, added, changed, same);
end
$$;
comment on function data.import_finish(uuid, boolean) is 'Check an import and apply it if nothing is wrong; what is wrong is in api.import_errors()';
