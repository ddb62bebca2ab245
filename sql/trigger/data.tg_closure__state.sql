-- SPDX-License-Identifier: MIT
create function data.tg_closure__state() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'UPDATE' and new.state = old.state then
		return null;
	end if;
	insert into data.closure_state (closure_id, at, n, state, reason)
	select new.closure_id, data.clock(), 1 + (select count(*) from data.closure_state s where s.closure_id = new.closure_id),
		new.state, new.reason;
	return null;
end
$$;
comment on function data.tg_closure__state() is 'Keeps every state of an outcome';
create trigger tg_closure__state after insert or update on data.closure
	for each row execute function data.tg_closure__state();
