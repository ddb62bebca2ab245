-- SPDX-License-Identifier: MIT
-- A step is one thing a person may do to a record: edit a line, propose a score, ratify an outcome. A
-- step is a row here, its fields in ref.step_field, and a function data.step_STEP; forms, scripts and
-- psql all take it through api.step, so each rule stands once.
create table ref.step (
	step text collate "C" primary key check (step ~ '^[a-z][a-z0-9_]*$'),
	label text not null,
	help text not null,
	object text collate "C" not null check (object in
		('none', 'line', 'group', 'assessment', 'outcome', 'deconfliction', 'event', 'tasking', 'review', 'review_item')),
	roles text[] not null check (roles <@ array['analyst', 'lro', 'supervisor', 'auditor', 'admin']),
	scope text not null default 'held' check (scope in ('held', 'seen', 'party')),
	prefilled boolean not null default false,
	previewed boolean not null default false,
	factors boolean not null default false,
	position int not null
);
comment on table ref.step is 'What may be done to records, and by whom; taken through api.step';
comment on column ref.step.step is 'Code; the function is data.step_ and this';
comment on column ref.step.label is 'What a person reads in the menu of what can be done';
comment on column ref.step.help is 'What it does, in a sentence';
comment on column ref.step.object is 'Kind of record it is done to; none where it makes a new one';
comment on column ref.step.roles is 'Roles that may';
comment on column ref.step.scope is 'held: of a line that the own force holds, or of an LRO''s own unit; seen: any the caller sees; party: of a tasking, what the caller is to it';
comment on column ref.step.prefilled is 'data.values_STEP(id) gives the fields their first values and notes';
comment on column ref.step.previewed is 'data.preview_STEP(id, cells) tells what it would do';
comment on column ref.step.factors is 'Its form has the factors of the score model in force';
comment on column ref.step.position is 'Order in menus';
