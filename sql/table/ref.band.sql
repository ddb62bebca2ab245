-- SPDX-License-Identifier: MIT
create table ref.band (
	code text collate "C" primary key,
	label text not null,
	min_score int not null unique check (min_score between 0 and 100),
	position int not null
);
comment on table ref.band is 'Bands of the local threat score';
comment on column ref.band.code is 'Code in files and filters';
comment on column ref.band.label is 'What a person reads';
comment on column ref.band.min_score is 'Lowest score in the band; the next higher band ends it';
comment on column ref.band.position is 'Order in lists, highest band first';
