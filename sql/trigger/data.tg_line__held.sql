-- SPDX-License-Identifier: MIT
-- Who sees a line decides where its events are counted. Whoever writes an event holds its line by its key; here that
-- is waited for, before the log, so that nobody is kept waiting meanwhile. Every other change of a line waits for none.
create function data.tg_line__held() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if current_setting('transaction_isolation') <> 'read committed' then
		perform data.refuse('GL004', 'Who sees a line is not changed in a transaction that does not see what others have committed since it began.',
			'Begin it as READ COMMITTED, the default.');
	end if;
	perform from data.line l where l.line_id = old.line_id for update;
	return new;
end
$$;
comment on function data.tg_line__held() is 'Waits for who writes an event of a line before it is seen by others';
create trigger tg_line__held before update on data.line for each row
	when ((old.holder_force, old.shared, old.restricted, old.export_npu) is distinct from (new.holder_force, new.shared, new.restricted, new.export_npu))
	execute function data.tg_line__held();
