-- SPDX-License-Identifier: MIT
-- A figure of the board paper: what it is in words, and how it is counted. `measure` leads to the rows it
-- counts (data.figure_rows), `counted` from these to the number, so that no figure is anything but its rows.
create table ref.figure (
	id text collate "C" primary key check (id ~ '^[a-z][a-z0-9_]*$'),
	position int not null unique,
	label text not null,
	unit text not null,
	paragraph text not null default '',
	listed boolean not null default true,
	population text not null check (population in ('programme', 'force-wide', 'region', 'partners')),
	measure text not null,
	series text collate "C" references ref.series,
	breakdown text collate "C",
	category text,
	base_series text collate "C" references ref.series,
	counted text not null check (counted in ('number', 'share', 'average', 'change', 'coverage', 'over half')),
	period_kind text not null check (period_kind in
		('year to date', 'year before', 'quarter', 'twelve months', 'twelve before', 'day', 'fixed')),
	fixed_period text,
	against text,
	decimals int not null default 0,
	of_people boolean not null default false,
	rule text not null,
	definition text not null,
	printed text not null default '',
	caution text not null default '',
	check ((fixed_period is not null) = (period_kind = 'fixed')),
	check ((series is not null) = (measure = 'returns')),
	check (base_series is null or counted = 'share'),
	foreign key (series, breakdown) references ref.series_breakdown,
	foreign key (series, breakdown, category) references ref.series_category
);
comment on table ref.figure is 'Figures of the board paper, each with its rule';
comment on column ref.figure.id is 'Name in reports and files';
comment on column ref.figure.position is 'Order in reports';
comment on column ref.figure.label is 'What a person reads';
comment on column ref.figure.unit is 'What is counted';
comment on column ref.figure.paragraph is 'Paragraph of the paper that prints it';
comment on column ref.figure.listed is 'Stands in the board report; the others only where a period is asked for';
comment on column ref.figure.population is 'Whose doing it is: programme and force-wide figures never mix';
comment on column ref.figure.measure is 'Which records it counts: data.figure_rows';
comment on column ref.figure.series is 'Of measure returns: the series';
comment on column ref.figure.breakdown is 'Of measure returns: the breakdown; null for the total';
comment on column ref.figure.category is 'Of measure returns: the part';
comment on column ref.figure.base_series is 'Of a share of another series: that';
comment on column ref.figure.counted is 'How the number comes from the rows';
comment on column ref.figure.period_kind is 'Over which stretch, seen from the day it is counted as at';
comment on column ref.figure.fixed_period is 'The stretch, where it is always the same (data.period)';
comment on column ref.figure.against is 'A stretch the paper compares it with';
comment on column ref.figure.decimals is 'Decimal places';
comment on column ref.figure.of_people is 'A small number could point to somebody: suppressed';
comment on column ref.figure.rule is 'What counts, in words';
comment on column ref.figure.definition is 'Version of the rule';
comment on column ref.figure.printed is 'What the paper printed';
comment on column ref.figure.caution is 'Where the paper errs, or what a reader must know';
