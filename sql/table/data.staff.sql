-- SPDX-License-Identifier: MIT
-- The columns sees_* and writes_force are what row policies read: worked out once here from role,
-- force and units, so that a policy is one look-up and a listing stays an index walk.
create table data.staff (
	login text collate "C" primary key,
	name text not null,
	role text not null check (role in ('analyst', 'lro', 'supervisor', 'auditor', 'admin')),
	force text collate "C" not null references ref.force,
	unit text collate "C" references ref.unit,
	more_units text[] collate "C" not null default '{}',
	active boolean not null default true,
	valid_to timestamptz not null default 'infinity',
	sees_force text collate "C",
	sees_units text[] collate "C" not null default '{}',
	sees_restricted boolean not null default false,
	writes_force text collate "C",
	check (role <> 'lro' or unit is not null)
);
comment on table data.staff is 'Who a login is; without a row here a login sees nothing';
comment on column data.staff.login is 'The database role, which on one host is the SSH user';
comment on column data.staff.name is 'Name and rank as shown';
comment on column data.staff.role is 'What they do here; the group role of the login says the same';
comment on column data.staff.force is 'Whose grid they work on';
comment on column data.staff.unit is 'Home unit';
comment on column data.staff.more_units is 'Further units an LRO answers for';
comment on column data.staff.active is 'False shuts every row at once, whatever the login still can do';
comment on column data.staff.valid_to is 'End of access, in real time';
comment on column data.staff.sees_force is 'Worked out: sees what this force holds, and what is shared';
comment on column data.staff.sees_units is 'Worked out: sees lines exported from or tasked to these';
comment on column data.staff.sees_restricted is 'Worked out: sees restricted lines without being named';
comment on column data.staff.writes_force is 'Worked out: may add and change lines this force holds';
