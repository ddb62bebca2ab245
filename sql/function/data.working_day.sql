-- SPDX-License-Identifier: MIT
create function data.working_day(after date, n int) returns date
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select d::date from generate_series(after + 1, after + 3 * n + 14, interval '1 day') d
	where extract(isodow from d) < 6 and not exists (select from ref.bank_holiday b where b.day = d::date)
	order by d offset n - 1 limit 1
$$;
comment on function data.working_day(date, int) is 'The nth working day after a day';
