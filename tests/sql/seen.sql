-- SPDX-License-Identifier: MIT
-- data.line_seen says in its own words what the row policy of data.line says: for every login and every
-- line, in every state that the policy asks about.
select plan(3);
create function tap.told() returns setof text language sql security definer as $$
	select line_ref from data.line where data.line_seen(line_id)
$$;
grant create on schema tap to gridline_api;
set role gridline_api;
create function tap.policed() returns setof text language sql security definer as $$
	select line_ref from data.line
$$;
reset role;
revoke create on schema tap from gridline_api;
grant usage on schema tap to public;
grant execute on function tap.told() to public;
create table tap.look (state text, login text, told text, policed text);
create function tap.look(p_state text) returns void language sql as $$
	insert into tap.look
	select p_state, login, by(login, 'select string_agg(x, '' '' order by x) from tap.told() x'), by(login, 'select string_agg(x, '' '' order by x) from tap.policed() x')
	from unnest(array['analyst1', 'analyst2', 'analyst_st', 'supervisor1', 'auditor1', 'admin1', 'lro_be', 'lro_bw', 'stranger', 'leaver', 'expired']) login
$$;
select tap.look('as it is') \g /dev/null
update data.line set shared = not shared;
select tap.look('shared turned round') \g /dev/null
update data.line set restricted = not restricted;
select tap.look('restricted turned round') \g /dev/null
insert into data.line_reader (line_id, login) select line_id, login from data.line cross join unnest(array['analyst1', 'analyst_st', 'lro_bw', 'leaver', 'expired']) login where line_ref in ('W1', 'W5', 'S2') on conflict do nothing;
select tap.look('with readers') \g /dev/null
insert into data.tasking (tasking_ref, line_id, title, unit, state, due) select 'X' || line_ref, line_id, 'Visit', 'BW', 'in-progress', '2022-12-30' from data.line where is_open;
select tap.look('tasked') \g /dev/null
update data.staff set role = 'lro', unit = 'CV' where login = 'supervisor1';
update data.staff set force = 'Kent' where login = 'analyst_st';
select tap.look('staff moved') \g /dev/null
select is((select string_agg(format('%s, %s: told %s, policed %s', state, login, told, policed), E'\n') from tap.look where told is distinct from policed), null, 'nobody is told of a line that the policy keeps, nor kept from one it shows');
select ok((select count(distinct policed) > 12 from tap.look), 'though what they see differs');
select is((select string_agg(state || ' ' || login, ', ') from tap.look where login in ('expired', 'leaver', 'stranger', 'admin1') and told is not null), null, 'who has no place sees nothing, readers or not');
select * from finish();
