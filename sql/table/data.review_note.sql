-- SPDX-License-Identifier: MIT
-- What is said late is a new entry, before the freeze as after it.
create table data.review_note (
	note_id uuid primary key default gen_random_uuid(),
	review_id uuid not null references data.review,
	item_id uuid references data.review_item,
	kind text not null check (kind in ('note', 'correction')),
	text text not null check (text <> ''),
	reason text not null default '' check (kind = 'note' or reason <> ''),
	late boolean not null,
	at timestamptz not null,
	login text collate "C" not null default session_user,
	recorded_at timestamptz not null default clock_timestamp()
);
create index review_note_review on data.review_note (review_id, at);
comment on table data.review_note is 'Notes and corrections of reviews; never changed';
comment on column data.review_note.note_id is 'Identity';
comment on column data.review_note.review_id is 'Review';
comment on column data.review_note.item_id is 'Item it is about; null for the meeting';
comment on column data.review_note.kind is 'note, or correction of what was recorded';
comment on column data.review_note.text is 'What it says';
comment on column data.review_note.reason is 'Why a correction was needed';
comment on column data.review_note.late is 'After the review was closed';
comment on column data.review_note.at is 'Business time';
comment on column data.review_note.login is 'Who';
comment on column data.review_note.recorded_at is 'Real time';
