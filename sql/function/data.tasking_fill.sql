-- SPDX-License-Identifier: MIT
create function data.tasking_fill(t data.tasking, cells jsonb) returns data.tasking
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	t.title := cells ->> 'title';
	t.asked := coalesce(cells ->> 'asked', '');
	t.why := coalesce(cells ->> 'reason', '');
	t.unit := (select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit'));
	t.owner := nullif(cells ->> 'officer', '');
	t.due := data.due_day(cells ->> 'due', data.clock()::date);
	t.priority := coalesce(nullif(cells ->> 'priority', ''), 'normal');
	t.route := cells ->> 'route';
	t.four_p := nullif(cells ->> 'four_p', '');
	t.nim_level := nullif(cells ->> 'nim_level', '')::int;
	t.operation := nullif(cells ->> 'operation', '');
	t.resources := coalesce(cells ->> 'resources', '');
	return t;
end
$$;
comment on function data.tasking_fill(data.tasking, jsonb) is 'A tasking with what its form says, checked before';
