-- SPDX-License-Identifier: MIT
-- `during` stands first, so that a column added to data.line is added here at the end, too.
create table data.line_history (
	during tstzrange not null,
	like data.line including comments
);
create index line_history_line on data.line_history (line_id, lower(during));
create index line_history_ranked on data.line_history (sort_score, sort_seen, line_ref) include (during, grid_part, line_id) where is_open;
create index line_history_begin on data.line_history (lower(during));
create index line_history_end on data.line_history (upper(during));
comment on table data.line_history is 'Superseded versions of data.line; columns as there';
comment on column data.line_history.during is 'Business time in which the version held';
