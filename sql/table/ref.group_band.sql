-- SPDX-License-Identifier: MIT
create table ref.group_band (
	code text collate "C" primary key,
	label text not null,
	position int not null
);
comment on table ref.group_band is 'Bands of groups, recorded from outside, never computed here';
comment on column ref.group_band.code is 'Code in files and filters';
comment on column ref.group_band.label is 'What a person reads';
comment on column ref.group_band.position is 'Order in lists';
