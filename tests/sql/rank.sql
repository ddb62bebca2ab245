-- SPDX-License-Identifier: MIT
-- Ranks come from tallies: after any changes they are what counting says, on every grid.
select plan(9);

create function pg_temp.tally_is_right() returns boolean language sql as $$
	select not exists (
		(select grid_part, sort_score, sort_seen, n from data.rank_tally where n <> 0
		except
		select grid_part, sort_score, sort_seen, count(*)::int from data.line
		where is_open and score is not null group by 1, 2, 3)
		union all
		(select grid_part, sort_score, sort_seen, count(*)::int from data.line
		where is_open and score is not null group by 1, 2, 3
		except
		select grid_part, sort_score, sort_seen, n from data.rank_tally)
	) and (select coalesce(sum(n), 0) from data.rank_score) = (select count(*) from data.line
		where is_open and score is not null)
	and not exists (select grid_part, sort_score, sum(n) from data.rank_tally group by 1, 2
		except select grid_part, sort_score, n from data.rank_score)
$$;
create function pg_temp.standing_is_right(force text) returns boolean language sql as $$
	select not exists (
		select line_id, rank from data.standing(force, array(select line_id from data.line)) where rank is not null
		except select line_id, rank from data.rank_now(force))
	and (select count(rank) from data.standing(force, array(select line_id from data.line)))
		= (select count(*) from data.rank_now(force))
$$;

select ok(pg_temp.tally_is_right(), 'tallies are right after the first load');
insert into data.line (line_ref, holder_force, shared, status, export_force, score, band, last_seen)
	select 'R' || i, (array['West Midlands', 'Kent'])[1 + i % 2], i % 5 = 0,
		(array['active', 'closed-other'])[1 + (i % 7 = 0)::int], 'West Midlands', s, data.band_of(s),
		case when i % 3 > 0 then date '2022-12-01' - i % 4 end
	from generate_series(1, 400) i, lateral (select case when i % 11 > 0 then hashint4(i) & 15 end as s) x;
select ok(pg_temp.tally_is_right(), 'after many lines with equal scores and days');
-- Three hundred changes of every kind that moves a line, drawn from a hash so that each run is the same.
do $$
declare
	i int;
	r text;
begin
	for i in 1..300 loop
		r := 'R' || 1 + (hashint4(i) & 1023) % 400;
		case hashint4(i + 1000) & 7
			when 0 then update data.line set score = i % 16, band = data.band_of(i % 16) where line_ref = r;
			when 1 then update data.line set score = null, band = null where line_ref = r;
			when 2 then update data.line set last_seen = date '2022-12-01' - i % 4 where line_ref = r;
			when 3 then update data.line set last_seen = null where line_ref = r;
			when 4 then update data.line set status = (array['active', 'merged'])[1 + i % 2] where line_ref = r;
			when 5 then update data.line set shared = not shared where line_ref = r;
			when 6 then update data.line set holder_force = 'Kent' where line_ref = r;
			else delete from data.line where line_ref = r;
		end case;
	end loop;
end
$$;
select ok(pg_temp.tally_is_right(), 'after three hundred random changes');
update data.line set score = 7, band = data.band_of(7) where line_ref like 'R%';
select ok(pg_temp.tally_is_right(), 'after one statement that moves them all');
select ok(pg_temp.standing_is_right('West Midlands'), 'ranks are the counted ones on our grid');
select ok(pg_temp.standing_is_right('Kent'), 'and on another');
begin;
delete from data.line where line_ref like 'R%';
select ok(pg_temp.tally_is_right(), 'after a removal');
rollback;
select ok(pg_temp.tally_is_right(), 'after the removal was taken back');

-- seek_rank is the inverse of standing.
select is((select count(*) from data.rank_now('West Midlands') r
	join data.line l using (line_id)
	cross join lateral data.seek_rank('West Midlands', r.rank) s
	where (s.sort_score, s.sort_seen, s.line_ref) is distinct from (l.sort_score, l.sort_seen, l.line_ref)), 0::bigint,
	'every rank leads back to its line');
select * from finish();
