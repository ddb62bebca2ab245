-- SPDX-License-Identifier: MIT
-- Bring lateness and the ranks of the week's start up to the clock, so that the first client finds
-- nothing due.
select data.turn();
delete from data.week_rank;
delete from data.week_turn;
insert into data.week_turn (force, week_start)
select distinct s.force, c.week_start from data.staff s cross join ref.clock c;
insert into data.week_rank (force, line_id, rank)
select t.force, r.line_id, r.rank from data.week_turn t cross join data.rank_at(t.force, t.week_start) r;
