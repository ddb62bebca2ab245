-- SPDX-License-Identifier: MIT
create function data.tg_history__frozen() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'TRUNCATE' or lower(old.during) <= data.frozen_until() or tg_op = 'UPDATE' then
		perform data.refuse('GL002', 'History is not changed, and what a review froze is not removed.', 'Correct what stands now; history keeps both.');
	end if;
	return old;
end
$$;
comment on function data.tg_history__frozen() is 'Nobody changes the versions of lines, taskings and groups that a freeze stands on, the owner included';
create trigger tg_history__frozen before update or delete on data.line_history
	for each row execute function data.tg_history__frozen();
create trigger tg_history__frozen_all before truncate on data.line_history
	for each statement execute function data.tg_history__frozen();
create trigger tg_history__frozen before update or delete on data.tasking_history
	for each row execute function data.tg_history__frozen();
create trigger tg_history__frozen_all before truncate on data.tasking_history
	for each statement execute function data.tg_history__frozen();
create trigger tg_history__frozen before update or delete on data.group_history
	for each row execute function data.tg_history__frozen();
create trigger tg_history__frozen_all before truncate on data.group_history
	for each statement execute function data.tg_history__frozen();
