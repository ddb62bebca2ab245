-- SPDX-License-Identifier: MIT
create view api.movement as
	select m.line_id, m.rank, m.rank_then, m.moved, m.change from api.moved() m;
comment on view api.movement is 'Rank, rank at the week''s start and difference of every ranked line the caller may see; counted over the whole grid';
