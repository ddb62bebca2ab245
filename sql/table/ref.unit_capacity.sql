-- SPDX-License-Identifier: MIT
create table ref.unit_capacity (
	unit text collate "C" not null references ref.unit,
	open_at_most int not null check (open_at_most > 0),
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	primary key (unit, valid_from),
	check (valid_from <= valid_to)
);
comment on table ref.unit_capacity is 'How many open taskings a unit says it can carry at a time; a unit without a row has not said';
comment on column ref.unit_capacity.unit is 'Unit or capability';
comment on column ref.unit_capacity.open_at_most is 'Open taskings at a time';
comment on column ref.unit_capacity.valid_from is 'First day of validity';
comment on column ref.unit_capacity.valid_to is 'Last day of validity';
