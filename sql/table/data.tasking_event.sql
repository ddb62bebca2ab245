-- SPDX-License-Identifier: MIT
create table data.tasking_event (
	place bigint generated always as identity primary key,
	tasking_id uuid not null references data.tasking on delete cascade,
	at timestamptz not null,
	recorded_at timestamptz not null default clock_timestamp(),
	login text collate "C" not null default session_user,
	step text collate "C" not null,
	from_state text collate "C",
	to_state text collate "C" not null,
	reason text not null default '',
	said text not null,
	changed jsonb not null default '{}'
);
create index tasking_event_tasking on data.tasking_event (tasking_id, place);
create index tasking_event_recorded on data.tasking_event (recorded_at);
comment on table data.tasking_event is 'Each step of each tasking, for its history; never changed';
comment on column data.tasking_event.place is 'Order of all steps';
comment on column data.tasking_event.tasking_id is 'Tasking';
comment on column data.tasking_event.at is 'Business time';
comment on column data.tasking_event.recorded_at is 'Real time';
comment on column data.tasking_event.login is 'Who';
comment on column data.tasking_event.step is 'ref.step, or import';
comment on column data.tasking_event.from_state is 'State before; null of a new one';
comment on column data.tasking_event.to_state is 'State after';
comment on column data.tasking_event.reason is 'Why, in their words';
comment on column data.tasking_event.said is 'What was done, in a sentence';
comment on column data.tasking_event.changed is 'Fields that changed, each with its old and new value';
