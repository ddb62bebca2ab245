-- SPDX-License-Identifier: MIT
create function audit.tg_entry__append_only() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.refuse('GL002', 'The log can only be added to.', 'Add an entry that sets the other right.');
	return null;
end
$$;
comment on function audit.tg_entry__append_only() is 'Nobody changes or removes what was logged, the owner included';
create trigger tg_entry__append_only before update or delete or truncate on audit.entry
	for each statement execute function audit.tg_entry__append_only();
