-- SPDX-License-Identifier: MIT
create table ref.group_kind (
	code text collate "C" primary key,
	label text not null,
	position int not null
);
comment on table ref.group_kind is 'Kinds of groups';
comment on column ref.group_kind.code is 'OCG or USG';
comment on column ref.group_kind.label is 'What a person reads';
comment on column ref.group_kind.position is 'Order in lists';
