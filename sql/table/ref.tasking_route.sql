-- SPDX-License-Identifier: MIT
create table ref.tasking_route (
	code text collate "C" primary key,
	label text not null,
	position int not null
);
comment on table ref.tasking_route is 'The way a tasking was routed';
comment on column ref.tasking_route.code is 'local, force or regional';
comment on column ref.tasking_route.label is 'What a person reads';
comment on column ref.tasking_route.position is 'Order in lists';
