-- SPDX-License-Identifier: MIT
create table data.line_import (
	line_id uuid not null references data.line on delete cascade,
	area text collate "C" not null references ref.area,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	primary key (line_id, area, valid_from),
	check (valid_from <= valid_to)
);
create index line_import_area on data.line_import (area, line_id);
comment on table data.line_import is 'Where a line sells';
comment on column data.line_import.line_id is 'Line';
comment on column data.line_import.area is 'ref.area';
comment on column data.line_import.valid_from is 'First day known';
comment on column data.line_import.valid_to is 'Last day known; infinity while it lasts';
