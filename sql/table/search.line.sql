-- SPDX-License-Identifier: MIT
create table search.line (
	line_id uuid primary key,
	text text not null
);
create index line_text on search.line using gin (text search.gin_trgm_ops);
comment on table search.line is 'data.line.search_text under a trigram index, which row security would keep from use';
comment on column search.line.line_id is 'Line';
comment on column search.line.text is 'Normalised reference, name and aliases';
