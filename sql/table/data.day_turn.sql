-- SPDX-License-Identifier: MIT
create table data.day_turn (
	one boolean primary key default true check (one),
	day date not null default '-infinity'
);
comment on table data.day_turn is 'The day whose lateness the lines'' counters show';
comment on column data.day_turn.one is 'Keeps the table at one row';
comment on column data.day_turn.day is 'That day';
insert into data.day_turn default values;
