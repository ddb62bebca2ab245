-- SPDX-License-Identifier: MIT
create table data.line_drug (
	line_id uuid not null references data.line on delete cascade,
	drug text collate "C" not null references ref.drug,
	primary key (line_id, drug)
);
comment on table data.line_drug is 'What a line sells';
comment on column data.line_drug.line_id is 'Line';
comment on column data.line_drug.drug is 'ref.drug';
