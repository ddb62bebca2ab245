-- SPDX-License-Identifier: MIT
-- Nothing is anybody's by default. Run again after upgrades.
do $$
declare
	s text;
begin
	foreach s in array array['data', 'ref', 'audit', 'search', 'api'] loop
		execute format('revoke all on schema %I from public', s);
		execute format('revoke all on all tables in schema %I from public', s);
		execute format('revoke all on all functions in schema %I from public', s);
	end loop;
end
$$;
