-- SPDX-License-Identifier: MIT
-- A figure is counted as of a moment from what was entered and stood by then. So what is entered or taken back by a
-- transaction that had begun before a freeze, and writes after it, is dated after it, as versions of lines are.
create function data.tg_event__frozen() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'INSERT' then
		new.entered_at := data.after_freeze(new.entered_at);
	end if;
	if tg_op = 'INSERT' or old.voided_at is null then
		new.voided_at := data.after_freeze(new.voided_at);
	end if;
	return new;
end
$$;
comment on function data.tg_event__frozen() is 'Nothing is entered or voided as of before a freeze';
do $$
declare
	t text;
begin
	foreach t in array array['arrest', 'charge', 'safeguarding', 'disruption', 'seizure'] loop
		execute format('create trigger tg_event__frozen before insert or update on data.%I for each row execute function data.tg_event__frozen()', t);
	end loop;
end
$$;
