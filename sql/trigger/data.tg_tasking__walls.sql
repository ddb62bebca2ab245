-- SPDX-License-Identifier: MIT
-- After tg_tasking__version, which says whether it is open.
create function data.tg_tasking__walls() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if new.is_open and (tg_op = 'INSERT' or not old.is_open) then
		if exists (select from data.deconfliction d where d.is_open and new.line_id in (d.line_a, d.line_b)) then
			perform data.refuse('GL002', 'This line cannot be tasked: it may be the same as another line.',
				'Decide the deconfliction first: the same, or different.');
		elsif exists (select from data.line l where l.line_id = new.line_id and not l.is_open) then
			perform data.refuse('GL002', 'This line cannot be tasked: it is closed.', 'Open it again first, with a reason.');
		end if;
	end if;
	return new;
end
$$;
comment on function data.tg_tasking__walls() is 'A line that may be another, or is closed, is not tasked';
create trigger tg_tasking__walls before insert or update on data.tasking
	for each row execute function data.tg_tasking__walls();
