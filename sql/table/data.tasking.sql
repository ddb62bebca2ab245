-- SPDX-License-Identifier: MIT
create table data.tasking (
	tasking_id uuid primary key default gen_random_uuid(),
	tasking_ref text collate "C" not null unique check (tasking_ref <> ''),
	line_id uuid not null references data.line on delete cascade,
	title text not null default '',
	route text collate "C" not null default 'local' references ref.tasking_route,
	unit text collate "C" not null references ref.unit,
	operation text collate "C" references ref.operation,
	state text collate "C" not null default 'submitted',
	is_open boolean not null,
	due date,
	owner text collate "C" references data.staff,
	raised_on date not null,
	completed_on date,
	row_version int not null default 1,
	changed_by text collate "C" not null default session_user,
	valid_from timestamptz not null,
	foreign key (state, is_open) references ref.tasking_state (code, is_open) on update cascade
);
create index tasking_line on data.tasking (line_id);
create index tasking_due on data.tasking (due) where is_open;
comment on table data.tasking is 'Who is to do what on which line by when';
comment on column data.tasking.tasking_id is 'Identity';
comment on column data.tasking.tasking_ref is 'Reference people use';
comment on column data.tasking.line_id is 'Line';
comment on column data.tasking.title is 'What is to be done';
comment on column data.tasking.route is 'local, force or regional';
comment on column data.tasking.unit is 'Unit or capability it is for';
comment on column data.tasking.operation is 'Operation it belongs to';
comment on column data.tasking.state is 'ref.tasking_state';
comment on column data.tasking.is_open is 'Follows the state';
comment on column data.tasking.due is 'Last day to do it';
comment on column data.tasking.owner is 'Login that answers for it';
comment on column data.tasking.raised_on is 'Day it was raised';
comment on column data.tasking.completed_on is 'Day it was completed';
comment on column data.tasking.row_version is 'Goes up with every change; a writer says which one they saw';
comment on column data.tasking.changed_by is 'Login of the last change';
comment on column data.tasking.valid_from is 'Business time from which this version holds';
