-- SPDX-License-Identifier: MIT
-- What was done to a line, with the reason. Reasons are free words and may speak of people: they are
-- read through the dossier only.
create table data.line_event (
	event_id bigint generated always as identity primary key,
	line_id uuid not null references data.line on delete cascade,
	at timestamptz not null,
	login text collate "C" not null default session_user,
	step text collate "C" not null,
	object_id uuid,
	said text not null,
	reason text not null default ''
);
create index line_event_line on data.line_event (line_id, at);
comment on table data.line_event is 'Steps taken on lines, oldest first; never changed';
comment on column data.line_event.event_id is 'Order';
comment on column data.line_event.line_id is 'Line';
comment on column data.line_event.at is 'Business time';
comment on column data.line_event.login is 'Who';
comment on column data.line_event.step is 'ref.step';
comment on column data.line_event.object_id is 'The record of the line it was done to';
comment on column data.line_event.said is 'What was done';
comment on column data.line_event.reason is 'Why, in the words of who did it';
