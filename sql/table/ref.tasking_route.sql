-- SPDX-License-Identifier: MIT
create table ref.tasking_route (
	code text collate "C" primary key,
	label text not null,
	position int not null,
	raisers text[] not null default '{}',
	authorisers text[] not null default '{}',
	answer_days int not null default 3 check (answer_days > 0)
);
comment on table ref.tasking_route is 'The way a tasking was routed';
comment on column ref.tasking_route.code is 'local, force, regional or national';
comment on column ref.tasking_route.label is 'What a person reads';
comment on column ref.tasking_route.position is 'Order in lists';
comment on column ref.tasking_route.raisers is 'Roles that may raise one';
comment on column ref.tasking_route.authorisers is 'Roles that may authorise one';
comment on column ref.tasking_route.answer_days is 'Working days a unit has to answer';
