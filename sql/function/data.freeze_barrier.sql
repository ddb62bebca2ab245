-- SPDX-License-Identifier: MIT
-- Closing blocks no writer, and yet nothing may come later that is dated before. Writers hold the table
-- (row exclusive) before their trigger reads data.frozen_until, and date what they write after it. So once it
-- is raised, only who holds the table by now can have read it before; of those, and of no other, the end is
-- awaited. No lock is taken here, nobody outside can hold these tables (there are no rights in them), and a
-- sequence is not rolled back: a close that fails leaves the time raised, which does no harm.
create function data.freeze_barrier() returns timestamptz
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	moment timestamptz;
	late record;
	writers text[];
	-- What the grid and the figures stand on.
	tables constant regclass[] := array['data.line', 'data.tasking', 'data.crime_group', 'data.arrest', 'data.charge', 'data.safeguarding',
		'data.disruption', 'data.seizure', 'data.closure_state', 'data.return_value']::regclass[];
	patience timestamptz := clock_timestamp() + interval '3 seconds';
begin
	if current_setting('transaction_isolation') <> 'read committed' then
		perform data.refuse('GL004', 'A review is closed in a transaction that is read committed, and in no other.',
			'Close it by itself.');
	end if;
	moment := clock_timestamp() + (select s.shift from ref.setting s);
	perform setval('data.frozen_until', greatest((extract(epoch from moment) * 1000000)::bigint,
		(select f.last_value from data.frozen_until f)));
	moment := data.frozen_until();
	writers := array(select distinct k.virtualtransaction from pg_locks k
		where k.relation = any (tables) and k.mode = 'RowExclusiveLock' and k.granted
			and k.database = (select d.oid from pg_database d where d.datname = current_database())
			and k.pid is distinct from pg_backend_pid());
	loop
		select k.pid, a.usename into late
		from pg_locks k left join pg_stat_activity a using (pid)
		where k.virtualtransaction = any (writers) and k.relation = any (tables)
			and k.mode = 'RowExclusiveLock' and k.granted
		limit 1;
		exit when not found;
		if clock_timestamp() > patience then
			perform data.refuse('GL002', format('A change by %s has begun and is not finished.', coalesce(late.usename, 'somebody')),
				'Close again in a moment; if it stays so, their console hangs.');
		end if;
		perform pg_sleep(0.01);
	end loop;
	return moment;
end
$$;
comment on function data.freeze_barrier() is 'The moment of a freeze: whatever was written as of until then has committed, and nothing more can be';
