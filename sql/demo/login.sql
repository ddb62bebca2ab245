-- SPDX-License-Identifier: MIT
-- The demo's people. Roles are the whole cluster's, so they may be there already. All names are
-- SYNTHETIC.
insert into data.staff (login, name, role, force, unit) values
	('analyst1', 'Analyst One (SYNTHETIC)', 'analyst', 'West Midlands', 'CLTF'),
	('analyst2', 'Analyst Two (SYNTHETIC)', 'analyst', 'West Midlands', 'CLTF'),
	('supervisor1', 'Supervisor One (SYNTHETIC)', 'supervisor', 'West Midlands', 'CLTF'),
	('auditor1', 'Auditor One (SYNTHETIC)', 'auditor', 'West Midlands', null),
	('admin1', 'Administrator One (SYNTHETIC)', 'admin', 'West Midlands', null),
	('lro_be', 'LRO Birmingham East (SYNTHETIC)', 'lro', 'West Midlands', 'BE'),
	('lro_bw', 'LRO Birmingham West (SYNTHETIC)', 'lro', 'West Midlands', 'BW'),
	('lro_cv', 'LRO Coventry (SYNTHETIC)', 'lro', 'West Midlands', 'CV'),
	('lro_dy', 'LRO Dudley (SYNTHETIC)', 'lro', 'West Midlands', 'DY'),
	('lro_sw', 'LRO Sandwell (SYNTHETIC)', 'lro', 'West Midlands', 'SW'),
	('lro_sh', 'LRO Solihull (SYNTHETIC)', 'lro', 'West Midlands', 'SH'),
	('lro_ws', 'LRO Walsall (SYNTHETIC)', 'lro', 'West Midlands', 'WS'),
	('lro_wv', 'LRO Wolverhampton (SYNTHETIC)', 'lro', 'West Midlands', 'WV');
do $$
declare
	s record;
begin
	for s in select login, role from data.staff loop
		if not exists (select from pg_roles where rolname = s.login) then
			execute format('create role %I login', s.login);
		end if;
		execute format('grant %I to %I', 'gridline_' || s.role, s.login);
	end loop;
	execute format('grant connect on database %I to gridline_analyst, gridline_lro, gridline_supervisor, '
		'gridline_auditor, gridline_admin', current_database());
end
$$;
