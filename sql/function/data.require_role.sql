-- SPDX-License-Identifier: MIT
create function data.require_role(variadic roles text[]) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	mine text;
begin
	select s.role into mine
	  from data.staff s
	 where s.login = session_user and s.active and s.valid_to > now();
	if mine is null then
		perform data.refuse('GL001', format('The login %s has no place in Gridline.', session_user),
			'Ask the administrator for one.');
	elsif mine <> all (roles) then
		perform data.refuse('GL002', format('The role %s may not do this.', mine),
			format('Ask somebody who may: %s.', array_to_string(roles, ' or ')));
	end if;
end
$$;
comment on function data.require_role(text[]) is 'Raises GL002 unless the caller has one of the roles';
