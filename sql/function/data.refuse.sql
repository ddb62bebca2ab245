-- SPDX-License-Identifier: MIT
create function data.refuse(code text, message text, hint text) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	raise exception using errcode = refuse.code, message = refuse.message, hint = refuse.hint;
end
$$;
comment on function data.refuse(text, text, text) is 'Says no to a person: SQLSTATE of class GL, what and why, and the way out';
