-- SPDX-License-Identifier: MIT
-- The lower key of the two is line_a, so that a pair is one pair. `same` stays open until they are merged.
create table data.deconfliction (
	deconfliction_id uuid primary key default gen_random_uuid(),
	line_a uuid not null references data.line on delete cascade,
	line_b uuid not null references data.line on delete cascade,
	cause text collate "C" not null check (cause in ('number', 'brand', 'spelling')),
	state text collate "C" not null default 'open' check (state in ('open', 'same', 'different', 'merged')),
	is_open boolean not null generated always as (state in ('open', 'same')) stored,
	raised_on date not null,
	raised_by text collate "C" not null default session_user,
	decided_on date,
	decided_by text collate "C",
	rationale text not null default '',
	into_line uuid references data.line,
	row_version int not null default 1,
	check (line_a < line_b),
	check ((state = 'open') = (decided_by is null)),
	check ((decided_on is null) = (decided_by is null)),
	check (raised_on <= decided_on),
	check ((into_line is not null) = (state = 'merged'))
);
create unique index deconfliction_open on data.deconfliction (line_a, line_b) where is_open;
create index deconfliction_a on data.deconfliction (line_a);
create index deconfliction_b on data.deconfliction (line_b);
comment on table data.deconfliction is 'Two lines that may be one: neither is tasked until somebody says';
comment on column data.deconfliction.deconfliction_id is 'Identity';
comment on column data.deconfliction.line_a is 'One line';
comment on column data.deconfliction.line_b is 'The other';
comment on column data.deconfliction.cause is 'The same active number, the same brand in the same market, or a close spelling';
comment on column data.deconfliction.state is 'open, same (to be merged), different, merged';
comment on column data.deconfliction.is_open is 'Keeps both lines from being tasked';
comment on column data.deconfliction.raised_on is 'Day, of the business clock';
comment on column data.deconfliction.raised_by is 'Whose saving raised it';
comment on column data.deconfliction.decided_on is 'Day';
comment on column data.deconfliction.decided_by is 'Who said what they are';
comment on column data.deconfliction.rationale is 'Why';
comment on column data.deconfliction.into_line is 'Which of the two went on';
comment on column data.deconfliction.row_version is 'Goes up with every change';
