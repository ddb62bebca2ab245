-- SPDX-License-Identifier: MIT
-- Some thousands of invented lines for the store's tests: every column with and without a value, many
-- equal scores and days, two forces, closed and restricted lines, hostile text. No chance in it.
do $$
declare
	login record;
begin
	for login in select * from (values
		('store_analyst', 'analyst', null), ('store_lro', 'lro', 'BW'),
		('store_supervisor', 'supervisor', null), ('store_admin', 'admin', null)) as v (name, role, unit)
	loop
		if not exists (select from pg_roles where rolname = login.name) then
			execute format('create role %I login in role %I', login.name, 'gridline_' || login.role);
		end if;
		insert into data.staff (login, name, role, force, unit)
			values (login.name, 'SYNTHETIC ' || login.role, login.role, 'West Midlands', login.unit);
	end loop;
	if not exists (select from pg_roles where rolname = 'store_nobody') then
		create role store_nobody login in role gridline_analyst;
	end if;
end $$;
update ref.setting set training_base = timestamptz '2022-12-31 12:00Z', training_started = now();

-- A number in 0..999 that depends on line and column alone.
create function pg_temp.dice(n int, what text) returns int language sql immutable as
	$$ select abs(hashtext(n || what)) % 1000 $$;

insert into data.line (line_ref, name, holder_force, shared, restricted, status, export_force, export_npu,
	lro, bulk_marketing, first_seen, last_seen, last_review, score, band, aliases, imports, drugs, group_refs,
	open_taskings, overdue_taskings, created_at)
select to_char(n, '"LN"FM000000'),
	case when pg_temp.dice(n, 'name') < 30 then '' else 'SYNTHETIC ' || (array['Alder', 'birch', 'Cedar', 'Elm', 'oak',
		'Rowan', 'yew'])[1 + pg_temp.dice(n, 'name') % 7] || ' ' || pg_temp.dice(n, 'no') end,
	case when pg_temp.dice(n, 'force') < 100 then 'Merseyside' else 'West Midlands' end,
	pg_temp.dice(n, 'shared') < 50, pg_temp.dice(n, 'restricted') < 20,
	(array['reported', 'developing', 'active', 'tasked', 'dormant', 'closed-type2', 'merged'])[1 + pg_temp.dice(n, 'status') % 7],
	'West Midlands',
	case when pg_temp.dice(n, 'npu') < 850 then (array['BE', 'BW', 'CV', 'DY', 'SW', 'SH', 'WS', 'WV'])[1 + pg_temp.dice(n, 'npu') % 8] end,
	case when pg_temp.dice(n, 'lro') < 200 then 'store_lro' end,
	pg_temp.dice(n, 'bulk') < 500,
	case when pg_temp.dice(n, 'seen') < 900 then date '2022-12-31' - 100 - pg_temp.dice(n, 'first') end,
	case when pg_temp.dice(n, 'seen') < 900 then date '2022-12-31' - pg_temp.dice(n, 'last') % 90 end,
	case when pg_temp.dice(n, 'review') < 800 then date '2022-12-31' - pg_temp.dice(n, 'review') % 60 end,
	s.score, data.band_of(s.score),
	case when pg_temp.dice(n, 'alias') < 300 then array['also ' || pg_temp.dice(n, 'alias')] else '{}' end,
	case when pg_temp.dice(n, 'import') < 700 then array['Warwickshire', 'West Mercia'] else '{}' end,
	case when pg_temp.dice(n, 'drug') < 900 then array['heroin', 'crack cocaine'] else '{}' end,
	case when pg_temp.dice(n, 'group') < 300 then array['OCG-' || pg_temp.dice(n, 'group') % 20] else '{}' end,
	pg_temp.dice(n, 'open') % 4, pg_temp.dice(n, 'late') % 3 * (pg_temp.dice(n, 'open') % 4 / 3),
	timestamptz '2022-12-31 12:00Z' - pg_temp.dice(n, 'new') % 300 * interval '1 day'
from generate_series(1, 4000) as n
cross join lateral (select case when pg_temp.dice(n, 'score') < 900 then pg_temp.dice(n, 'score') % 50 * 2 end as score) s;

insert into data.line (line_ref, name, holder_force, status, export_force) values
	('LN-HOSTILE', E'SYNTHETIC \x1b]0;owned\x07 ‮evil​ "quoted" %_\\ O''Neill', 'West Midlands',
		'active', 'West Midlands'),
	('LN-NEEDLE', 'SYNTHETIC Zyzzyva', 'West Midlands', 'active', 'West Midlands');

insert into data.crime_group (group_ref, kind, name, mapped, band)
select 'OCG-' || n, case when n % 3 = 0 then 'USG' else 'OCG' end, 'SYNTHETIC group ' || n, n % 2 = 0, null
from generate_series(0, 119) as n;
analyze;
