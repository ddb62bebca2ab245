-- SPDX-License-Identifier: MIT
create function data.tasking_offered(t data.tasking) returns data.tasking
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	t.state := 'offered';
	t.offered_on := data.clock()::date;
	t.answer_due := data.working_day(t.offered_on, (select r.answer_days from ref.tasking_route r where r.code = t.route));
	t.answered_on := null;
	return t;
end
$$;
comment on function data.tasking_offered(data.tasking) is 'A tasking as its unit is asked: the time to answer starts, apart from the time to do it';
