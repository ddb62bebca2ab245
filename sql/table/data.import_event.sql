-- SPDX-License-Identifier: MIT
-- The rows of an import of arrests, charges, safeguarding or disruptions once they are known to be good:
-- `what` and `there` have the columns of the event's own table.
create unlogged table data.import_event (
	import_id uuid not null,
	line integer not null,
	event_ref text collate "C" not null,
	person_ref text collate "C",
	line_id uuid,
	what jsonb not null,
	there jsonb,
	verdict text not null check (verdict in ('new', 'changed', 'same')),
	primary key (import_id, event_ref)
);
comment on table data.import_event is 'Good rows of imports of events under way';
comment on column data.import_event.import_id is 'The import';
comment on column data.import_event.line is 'Line of the file';
comment on column data.import_event.event_ref is 'Reference of the event';
comment on column data.import_event.person_ref is 'Reference of the person; null where the kind names none';
comment on column data.import_event.line_id is 'The line it happened on; null for none';
comment on column data.import_event.what is 'What the row says';
comment on column data.import_event.there is 'The event that is there; null for a new one';
comment on column data.import_event.verdict is 'What the row does';
