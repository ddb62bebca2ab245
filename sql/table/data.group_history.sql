-- SPDX-License-Identifier: MIT
-- `during` stands first, so that a column added to data.crime_group is added here at the end, too.
create table data.group_history (
	during tstzrange not null,
	like data.crime_group including comments
);
create index group_history_group on data.group_history (group_id, lower(during));
comment on table data.group_history is 'Superseded versions of data.crime_group; columns as there';
comment on column data.group_history.during is 'Business time in which the version held';
