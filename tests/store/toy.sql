-- SPDX-License-Identifier: MIT
-- As much of the schema as the link itself asks for, in a form a test can turn.
create schema api;
create table api.toy (login text, schema_version int, known boolean);
insert into api.toy values ('tester', 4, true);
create table api.written (what text);

create function api.session(out login text, out name text, out role text, out unit text, out force text,
	out training boolean, out read_only boolean, out clock timestamptz, out today date,
	out stale_days int, out schema_version int)
language plpgsql as $$
begin
	if not (select known from api.toy) then
		raise exception 'nobody here is called %', session_user
			using errcode = 'GL001', hint = 'ask for a staff entry';
	end if;
	select t.login, 'SYNTHETIC ' || E'\x1b' || 'Tester', 'analyst', 'CLTF', 'West Midlands', true,
		pg_is_in_recovery(), timestamptz '2022-12-31 12:00:00Z', date '2022-12-31', 28, t.schema_version
		into login, name, role, unit, force, training, read_only, clock, today, stale_days, schema_version
		from api.toy as t;
end $$;

create function api.complain(code text, words text) returns int language plpgsql as $$
begin
	raise exception '%', words using errcode = code, hint = 'try something else';
end $$;
