-- SPDX-License-Identifier: MIT
create table ref.region (
	code text collate "C" primary key,
	label text not null
);
comment on table ref.region is 'Policing regions that share a grid';
comment on column ref.region.code is 'Short name';
comment on column ref.region.label is 'What a person reads';
