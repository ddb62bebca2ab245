-- SPDX-License-Identifier: MIT
create table ref.series_category (
	series text collate "C" not null,
	breakdown text collate "C" not null,
	category text not null check (category <> ''),
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	primary key (series, breakdown, category),
	foreign key (series, breakdown) references ref.series_breakdown,
	check (valid_from <= valid_to)
);
comment on table ref.series_category is 'The parts of a breakdown: a return has every one that is valid, nought written as 0';
comment on column ref.series_category.series is 'Series';
comment on column ref.series_category.breakdown is 'Breakdown';
comment on column ref.series_category.category is 'The part, as files and reports write it';
comment on column ref.series_category.position is 'Order in reports';
comment on column ref.series_category.valid_from is 'First day of validity';
comment on column ref.series_category.valid_to is 'Last day of validity';
