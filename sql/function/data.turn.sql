-- SPDX-License-Identifier: MIT
-- Who comes first does it, under the row's lock; who comes second finds nothing due.
create function data.turn() returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	clock record;
	mine text := data.my_force();
	last date;
	done boolean := false;
begin
	if current_setting('transaction_read_only')::boolean then
		return false; -- a standby takes its turn from its primary
	end if;
	select * into clock from ref.clock;
	if exists (select from data.day_turn where day < clock.today) then
		select day into last from data.day_turn for update;
		if last < clock.today then
			perform data.line_counters(array(select distinct line_id from data.tasking
				where is_open and due >= last - 1 and due < clock.today));
			perform data.line_lists(array(
				select line_id from data.line_import where valid_from > last and valid_from <= clock.today
					or valid_to >= last - 1 and valid_to < clock.today
				union
				select line_id from data.line_group where valid_from > last and valid_from <= clock.today
					or valid_to >= last - 1 and valid_to < clock.today));
			update data.day_turn set day = clock.today;
			done := true;
		end if;
	end if;
	if mine is not null and not exists (select from data.week_turn
			where force = mine and week_start >= clock.week_start) then
		insert into data.week_turn values (mine, '-infinity') on conflict do nothing;
		perform from data.week_turn where force = mine and week_start < clock.week_start for update;
		if found then
			delete from data.week_rank where force = mine;
			insert into data.week_rank select mine, r.line_id, r.rank
				from data.rank_at(mine, clock.week_start) r;
			update data.week_turn set week_start = clock.week_start where force = mine;
			done := true;
		end if;
	end if;
	return done;
end
$$;
comment on function data.turn() is 'Bring lateness, expired links and the ranks of the week''s start up to the clock';
