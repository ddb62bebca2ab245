-- SPDX-License-Identifier: MIT
-- What partners hand in. A series is typed: what one value of it is, which stretch of time it is of, and
-- (ref.series_breakdown) by what it may be broken down.
create table ref.series (
	code text collate "C" primary key check (code ~ '^[a-z][a-z0-9_]*$'),
	label text not null,
	unit text not null,
	decimals int not null default 0 check (decimals between 0 and 4),
	period_kind text not null check (period_kind in ('month', 'quarter', 'half-year', 'year', 'financial-year', 'months')),
	totalled boolean not null,
	of_people boolean not null,
	paragraph text not null default '',
	position int not null,
	sum_of text[] collate "C",
	check (not (totalled and unit = 'percent'))
);
comment on table ref.series is 'Series of figures that others hand in, and what one value of each is';
comment on column ref.series.code is 'Code in files';
comment on column ref.series.label is 'What a person reads';
comment on column ref.series.unit is 'What is counted; percent is a share and at most 100';
comment on column ref.series.decimals is 'Decimal places a value may have';
comment on column ref.series.period_kind is 'The stretch one value is of; months: whole months, as many as its return says';
comment on column ref.series.totalled is 'A stretch has a total, without which its parts are not taken';
comment on column ref.series.of_people is 'A small number could point to somebody: suppressed in reports';
comment on column ref.series.paragraph is 'Paragraph of the board paper that reports on it';
comment on column ref.series.position is 'Order in reports';
comment on column ref.series.sum_of is 'Series it is added up from; nothing is handed in for it';
