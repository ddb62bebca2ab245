-- SPDX-License-Identifier: MIT
-- What a meeting can decide on an item, and what each does: to the line (line_step, a step of its own, or
-- reviewed, which notes that it was looked at), to the agenda (defers), and what it asks to be told.
create table ref.decision (
	code text collate "C" primary key,
	label text not null,
	help text not null,
	roles text[] not null check (roles <@ array['analyst', 'lro', 'supervisor']),
	line_step text collate "C" references ref.step,
	reviewed boolean not null default false,
	defers boolean not null default false,
	asks text not null default '' check (asks in ('', 'tasking', 'referred_to')),
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.decision is 'What a review can decide on an item of its agenda';
comment on column ref.decision.code is 'Code in files';
comment on column ref.decision.label is 'What a person reads';
comment on column ref.decision.help is 'What it does, in a sentence';
comment on column ref.decision.roles is 'Roles whose decision it can be';
comment on column ref.decision.line_step is 'Step it takes on the line';
comment on column ref.decision.reviewed is 'The line counts as reviewed on the day';
comment on column ref.decision.defers is 'The item goes to the next review';
comment on column ref.decision.asks is 'What it needs beside the rationale: a tasking, or to whom it is referred';
comment on column ref.decision.position is 'Order in lists';
comment on column ref.decision.valid_from is 'First day of validity';
comment on column ref.decision.valid_to is 'Last day of validity';
