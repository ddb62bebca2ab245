-- SPDX-License-Identifier: MIT
create function data.tasking_officer(t data.tasking, cells jsonb) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	officer text := nullif(cells ->> 'officer', '');
	fault text := data.officer_fault(officer, t.unit);
begin
	if fault is not null then
		perform data.refuse_fields(array['officer: ' || fault]);
	end if;
	return officer;
end
$$;
comment on function data.tasking_officer(data.tasking, jsonb) is 'The officer a form names, one of the tasking''s unit';
