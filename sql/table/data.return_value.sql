-- SPDX-License-Identifier: MIT
-- A correction is another version; the one before it stays, with the time until which it stood, so that a
-- report as at a day before it does not change.
create table data.return_value (
	value_id uuid primary key default gen_random_uuid(),
	series text collate "C" not null references ref.series,
	period_start date not null,
	period_end date not null,
	breakdown text collate "C" not null default '',
	category text not null default '',
	value numeric not null check (value >= 0),
	source text not null check (source <> ''),
	received_on date not null,
	version int not null default 1 check (version > 0),
	entered_at timestamptz not null,
	entered_by text collate "C" not null default session_user,
	replaced_at timestamptz,
	replaced_by text collate "C",
	unique (series, period_start, period_end, breakdown, category, version),
	check (period_start <= period_end),
	check ((breakdown = '') = (category = '')),
	check (num_nonnulls(replaced_at, replaced_by) in (0, 2)),
	check (entered_at <= replaced_at)
);
create unique index return_value_standing on data.return_value (series, breakdown, category, period_start, period_end)
	where replaced_at is null;
comment on table data.return_value is 'What partners handed in, every version of it';
comment on column data.return_value.value_id is 'Identity';
comment on column data.return_value.series is 'Series';
comment on column data.return_value.period_start is 'First day it is of';
comment on column data.return_value.period_end is 'Last day it is of';
comment on column data.return_value.breakdown is 'By what it is broken down; empty for the total';
comment on column data.return_value.category is 'The part; empty for the total';
comment on column data.return_value.value is 'The value';
comment on column data.return_value.source is 'Who handed it in, as what';
comment on column data.return_value.received_on is 'Day it came';
comment on column data.return_value.version is 'Goes up with every correction';
comment on column data.return_value.entered_at is 'Business time it was entered, for figures as at a day';
comment on column data.return_value.entered_by is 'Login that entered it';
comment on column data.return_value.replaced_at is 'Business time of the correction';
comment on column data.return_value.replaced_by is 'Login that entered that';
