-- SPDX-License-Identifier: MIT
create function data.tg_line__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	floor timestamptz := data.frozen_until() + interval '1 microsecond'; -- nothing is dated before a freeze
begin
	select s.is_open into new.is_open from ref.line_status s where s.code = new.status;
	if tg_op = 'INSERT' then
		new.valid_from := greatest(coalesce(new.valid_from, data.clock()), floor);
		new.created_at := coalesce(new.created_at, new.valid_from);
	elsif (new.line_ref, new.name, new.holder_force, new.shared, new.restricted, new.status, new.is_open, new.export_force,
			new.export_npu, new.lro, new.bulk_marketing, new.first_seen, new.last_seen, new.last_review,
			new.score, new.band, new.assessment_id, new.aliases, new.imports, new.drugs, new.group_refs,
			new.merged_into, new.successor_of)
		is distinct from (old.line_ref, old.name, old.holder_force, old.shared, old.restricted, old.status,
			old.is_open, old.export_force, old.export_npu, old.lro, old.bulk_marketing, old.first_seen, old.last_seen,
			old.last_review, old.score, old.band, old.assessment_id, old.aliases, old.imports, old.drugs,
			old.group_refs, old.merged_into, old.successor_of) then
		new.row_version := old.row_version + 1;
		new.changed_by := session_user;
		new.valid_from := greatest(data.clock(), old.valid_from, floor);
	elsif (new.open_taskings, new.overdue_taskings, new.tasked_units, new.readers)
		is distinct from (old.open_taskings, old.overdue_taskings, old.tasked_units, old.readers) then
		new.valid_from := greatest(data.clock(), old.valid_from, floor);
	else
		return null; -- nothing changed
	end if;
	new.aliases_text := array_to_string(new.aliases, ';');
	new.imports_text := array_to_string(new.imports, ';');
	new.drugs_text := array_to_string(new.drugs, ';');
	new.groups_text := array_to_string(new.group_refs, ';');
	new.search_text := data.search_key(concat_ws(E'\n', new.line_ref, new.name, array_to_string(new.aliases, E'\n')));
	return new;
end
$$;
comment on function data.tg_line__version() is 'Version, business time and the texts worked out from a line; a change of nothing is none';
create trigger tg_line__version before insert or update on data.line
	for each row execute function data.tg_line__version();
