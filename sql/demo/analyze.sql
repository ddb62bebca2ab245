-- SPDX-License-Identifier: MIT
-- Nobody else gathers statistics on a server that lives for an hour.
do $$
declare
	t regclass;
begin
	for t in select c.oid::regclass from pg_class c
			where c.relkind = 'r' and c.relnamespace in ('data'::regnamespace, 'ref'::regnamespace, 'search'::regnamespace) loop
		execute format('analyze %s', t);
	end loop;
end
$$;
