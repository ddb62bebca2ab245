-- SPDX-License-Identifier: MIT
create function data.tg_closure_state__frozen() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	new.at := data.after_freeze(new.at);
	return new;
end
$$;
comment on function data.tg_closure_state__frozen() is 'No outcome comes into a state as of before a freeze';
create trigger tg_closure_state__frozen before insert on data.closure_state
	for each row execute function data.tg_closure_state__frozen();
