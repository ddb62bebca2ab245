-- SPDX-License-Identifier: MIT
create table data.tasking_history (
	during tstzrange not null,
	like data.tasking including comments
);
create index tasking_history_tasking on data.tasking_history (tasking_id, lower(during));
create index tasking_history_end on data.tasking_history (upper(during));
comment on table data.tasking_history is 'Superseded versions of data.tasking; columns as there';
comment on column data.tasking_history.during is 'Business time in which the version held';
