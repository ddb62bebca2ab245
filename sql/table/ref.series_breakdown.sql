-- SPDX-License-Identifier: MIT
create table ref.series_breakdown (
	series text collate "C" not null references ref.series,
	breakdown text collate "C" not null check (breakdown ~ '^[a-z][a-z_]*$'),
	label text not null,
	adds_up boolean not null,
	position int not null,
	primary key (series, breakdown)
);
comment on table ref.series_breakdown is 'By what a series may be broken down';
comment on column ref.series_breakdown.series is 'Series';
comment on column ref.series_breakdown.breakdown is 'Code in files';
comment on column ref.series_breakdown.label is 'What a person reads';
comment on column ref.series_breakdown.adds_up is 'Its parts add up to the total, or are refused';
comment on column ref.series_breakdown.position is 'Order in reports';
