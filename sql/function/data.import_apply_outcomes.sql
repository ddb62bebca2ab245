-- SPDX-License-Identifier: MIT
-- Row by row, in the order of the days: a line may be closed, found in use again, and closed once more. There
-- are hundreds of outcomes, not thousands, and each goes by the steps themselves.
create function data.import_apply_outcomes(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	ratifies boolean := exists (select from data.staff s where s.login = session_user and s.role = 'supervisor');
	the_file text;
	r record;
	the_line data.line;
	taken record;
	refusals jsonb := jsonb '[]';
begin
	perform data.import_open(p_import);
	select i.file into the_file from data.import i where i.import_id = p_import;
	added := 0;
	changed := 0;
	same := 0;
	for r in
		select x.line, x.cells from data.import_row x where x.import_id = p_import order by x.cells ->> 'on', x.line
	loop
		select * into strict the_line from data.line l where l.line_ref = r.cells ->> 'line_ref' for update;
		if not data.import_line_mine(the_line) then
			perform data.refuse('GL002', 'A row is of a line that is not yours to change.', 'Ask those who hold it.');
		end if;
		select * into taken from data.import_outcome_steps(the_line, r.cells, the_file, ratifies);
		if taken.fault is not null then
			refusals := refusals || jsonb_build_object('line', r.line, 'cell', 'outcome_ref', 'reason', taken.fault);
		end if;
		added := added + (taken.verdict = 'new')::int;
		changed := changed + (taken.verdict = 'changed')::int;
		same := same + (taken.verdict = 'same')::int;
	end loop;
	if refusals <> '[]' then
		perform data.import_refuse(refusals);
	end if;
end
$$;
comment on function data.import_apply_outcomes(uuid) is 'Write the outcomes of a checked import';
