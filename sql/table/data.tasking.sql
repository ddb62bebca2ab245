-- SPDX-License-Identifier: MIT
create table data.tasking (
	tasking_id uuid primary key default gen_random_uuid(),
	tasking_ref text collate "C" not null unique check (tasking_ref <> ''),
	line_id uuid references data.line on delete cascade,
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
	group_id uuid references data.crime_group,
	force text collate "C" not null references ref.force,
	asked text not null default '',
	why text not null default '',
	four_p text collate "C",
	priority text collate "C" not null default 'normal',
	nim_level int check (nim_level between 1 and 3),
	resources text not null default '',
	raised_by text collate "C" not null default session_user,
	submitted_on date,
	authorised_by text collate "C",
	authorised_on date,
	offered_on date,
	answer_due date,
	answered_on date,
	carried int not null default 0 check (carried >= 0),
	result text not null default '',
	evidence text not null default '',
	result_by text collate "C",
	result_on date,
	reviewed_by text collate "C",
	reviewed_on date,
	check (line_id is not null or group_id is not null),
	check (authorised_by <> raised_by),
	check (reviewed_by <> result_by),
	constraint tasking_due_after_raised check (due >= raised_on),
	constraint tasking_dates_in_order check (submitted_on >= raised_on and authorised_on >= submitted_on
		and offered_on >= raised_on and answered_on >= offered_on and answer_due >= offered_on
		and result_on >= raised_on and reviewed_on >= result_on and completed_on >= raised_on),
	constraint tasking_complete_with_result check (state <> 'complete'
		or btrim(result, E' \t\r\n') <> '' and btrim(evidence, E' \t\r\n') <> '' and completed_on is not null),
	foreign key (state, is_open) references ref.tasking_state (code, is_open) on update cascade
);
create index tasking_line on data.tasking (line_id);
create index tasking_group on data.tasking (group_id) where group_id is not null;
create index tasking_changed on data.tasking (valid_from);
create index tasking_due on data.tasking (due) where is_open;
create index tasking_carried on data.tasking (force, due) where is_open and carried > 0;
create index tasking_answer on data.tasking (unit, answer_due) where state = 'offered';
create index tasking_owner on data.tasking (owner, due) where is_open;
create index tasking_raised_by on data.tasking (raised_by, due) where is_open;
create index tasking_decide on data.tasking (force, state, due) where state in ('submitted', 'declined', 'returned', 'result', 'reviewed');
create index tasking_work on data.tasking (unit, due) where state in ('accepted', 'in-progress');
create index tasking_waits on data.tasking (unit, due) where state in ('submitted', 'authorised', 'declined', 'returned', 'result', 'reviewed');
create index tasking_asked on data.tasking (raised_by, due) where state in ('declined', 'returned', 'result', 'reviewed');
create index tasking_board on data.tasking (state, due, tasking_ref) where is_open;
create index tasking_unit on data.tasking (unit, due, tasking_ref) where is_open;
create index tasking_done on data.tasking (due) where state = 'complete';
create index tasking_answered on data.tasking (answered_on) where answered_on is not null;
create index tasking_completed on data.tasking (completed_on) where completed_on is not null;
create sequence data.tasking_number owned by data.tasking.tasking_id;
comment on sequence data.tasking_number is 'Numbers of the references that new taskings get';
comment on table data.tasking is 'Who is to do what on which line by when';
comment on column data.tasking.tasking_id is 'Identity';
comment on column data.tasking.tasking_ref is 'Reference people use';
comment on column data.tasking.line_id is 'Line it is about; null for one on a group';
comment on column data.tasking.title is 'What is to be done';
comment on column data.tasking.route is 'ref.tasking_route';
comment on column data.tasking.unit is 'Unit or capability it is for';
comment on column data.tasking.operation is 'Operation it belongs to';
comment on column data.tasking.state is 'ref.tasking_state';
comment on column data.tasking.is_open is 'Follows the state';
comment on column data.tasking.due is 'Last day to do it';
comment on column data.tasking.owner is 'Login of the officer it is given to by name';
comment on column data.tasking.raised_on is 'Day it was raised';
comment on column data.tasking.completed_on is 'Day it was completed';
comment on column data.tasking.row_version is 'Goes up with every change; a writer says which one they saw';
comment on column data.tasking.changed_by is 'Login of the last change';
comment on column data.tasking.valid_from is 'Business time from which this version holds';
comment on column data.tasking.group_id is 'Group it is about; with a line as well, the one behind it';
comment on column data.tasking.force is 'Force whose tasking it is';
comment on column data.tasking.asked is 'What is asked, in full';
comment on column data.tasking.why is 'Why, for whoever is to do it';
comment on column data.tasking.four_p is 'Pursue, Prevent, Protect or Prepare';
comment on column data.tasking.priority is 'How pressing: urgent, high, normal, low';
comment on column data.tasking.nim_level is 'Level of the National Intelligence Model, 1 to 3';
comment on column data.tasking.resources is 'Of a bid: what it needs';
comment on column data.tasking.raised_by is 'Login that raised it';
comment on column data.tasking.submitted_on is 'Day it was put forward';
comment on column data.tasking.authorised_by is 'Login that authorised or refused it';
comment on column data.tasking.authorised_on is 'Day of that';
comment on column data.tasking.offered_on is 'Day the unit was last asked';
comment on column data.tasking.answer_due is 'Day by which the unit is to answer';
comment on column data.tasking.answered_on is 'Day the unit accepted, declined or asked back';
comment on column data.tasking.carried is 'How often it was carried forward';
comment on column data.tasking.result is 'What came of it';
comment on column data.tasking.evidence is 'Where that is evidenced';
comment on column data.tasking.result_by is 'Login that recorded the result';
comment on column data.tasking.result_on is 'Day of the result';
comment on column data.tasking.reviewed_by is 'Login that looked at the result';
comment on column data.tasking.reviewed_on is 'Day of that';
