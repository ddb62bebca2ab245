-- SPDX-License-Identifier: MIT
create table search.name (
	area text collate "C" not null,
	brand text collate "C" not null,
	line_id uuid not null,
	primary key (area, brand, line_id)
);
comment on table search.name is 'Which open lines sell under a brand in a market, reached by search.near_names only';
comment on column search.name.area is 'Market, from data.line.imports';
comment on column search.name.brand is 'Brand, from data.line.search_text';
comment on column search.name.line_id is 'Line';
