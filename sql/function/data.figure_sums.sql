-- SPDX-License-Identifier: MIT
-- The same sums as over data.figure_rows, without making the rows: each is one walk of an index that holds all
-- it asks for. tests/cli/figures.t and tests/sql/figures.sql hold the two against each other.
create function data.figure_sums(f ref.figure, from_day date, to_day date, known timestamptz,
	out counts numeric, out base numeric, out done boolean)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	day_end timestamptz := data.known_at(data.day_of(known));
begin
	done := true;
	case f.measure
	when 'type1' then
		-- As it stands, but for those that came to that after the moment.
		select count(*) into counts
		  from data.closure c
		  left join (select distinct s.closure_id from data.closure_state s where s.at > known) late using (closure_id)
		 where c.on_day between from_day and to_day and c.kind = 'type1'
			and case when late.closure_id is null then c.state else (select s.state from data.closure_state s
				where s.closure_id = c.closure_id and s.at <= known order by s.n desc limit 1) end in ('provisional', 'verified');
	when 'charged' then
		select count(*) into counts
		  from (select distinct c.person_id from data.charge c
			 where c.on_day between from_day and to_day and c.programme and c.entered_at <= known
				and coalesce(c.voided_at, 'infinity') > known
				and c.offence in (select o.code from ref.offence o where o.counts_for_type1)) x;
	when 'engaged' then
		select count(*) into counts
		  from (select distinct g.person_id from data.safeguarding g
			 where g.on_day between from_day and to_day and g.programme and g.stage = 'engaged' and g.entered_at <= known
				and coalesce(g.voided_at, 'infinity') > known) x;
	when 'ocg', 'usg' then
		select count(*) into counts
		  from (select distinct d.group_id from data.disruption d
			 where d.on_day between from_day and to_day and d.programme and d.grade in ('major', 'moderate', 'minor')
				and d.entered_at <= known and coalesce(d.voided_at, 'infinity') > known) x
		  join data.crime_group g using (group_id)
		 where g.kind = upper(f.measure) and (g.kind <> 'OCG' or data.group_mapped(g.group_id, known));
	when 'arrests' then
		select count(*) into counts from data.arrest a
		 where a.on_day between from_day and to_day and a.programme and a.entered_at <= known
			and coalesce(a.voided_at, 'infinity') > known;
	when 'socex', 'socex_arrested', 'socex_drugs', 'socex_trafficking' then
		select case f.measure when 'socex' then count(*) when 'socex_arrested' then coalesce(sum(d.arrested), 0)
				when 'socex_drugs' then coalesce(sum(d.arrested_drugs), 0) else coalesce(sum(d.trafficking_outcomes), 0) end into counts
		  from data.disruption d
		 where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known
			and coalesce(d.voided_at, 'infinity') > known;
	when 'socex_ocgs', 'socex_share' then
		select count(*), case when f.measure = 'socex_share' then (select count(*) from data.disruption d
				where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known
					and coalesce(d.voided_at, 'infinity') > known) end into counts, base
		  from (select distinct d.group_id from data.disruption d
			 where d.on_day between from_day and to_day and not d.programme and d.drugs_linked and d.entered_at <= known
				and coalesce(d.voided_at, 'infinity') > known) x
		  join data.crime_group g using (group_id)
		 where g.kind = 'OCG';
	when 'exports' then
		-- What stands, less what came since the end of that day, and between the moment and that.
		select coalesce(sum(x.n), 0), coalesce(sum(x.n) filter (where x.unit in ('BE', 'BW', 'CV', 'LBM', 'LCV')), 0) into base, counts
		  from (select t.b as force, t.unit, t.n from data.tallied t where t.tally = 'lines'
			union all
			select t.b, t.c, -t.n from data.tallied t where t.tally = 'stood' and t.day > data.day_of(known)
			union all
			select l.export_force, l.export_npu, -1 from data.line l where l.valid_from > known and l.valid_from <= day_end and l.is_open
			union all
			select h.export_force, h.export_npu, (upper(h.during) <= day_end)::int - (lower(h.during) > known)::int
			  from data.line_history h
			 where known < day_end and upper(h.during) > known and lower(h.during) <= day_end and h.is_open) x
		  join ref.force g on g.code = x.force
		 where g.region = (select r.region from ref.force r join ref.unit t on t.force = r.code where t.code = 'CLTF');
	else
		done := false;
	end case;
end
$$;
comment on function data.figure_sums(ref.figure, date, date, timestamptz) is 'The sums of the rows of a figure, where they can be had without the rows';
