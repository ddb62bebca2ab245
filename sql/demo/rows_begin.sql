-- SPDX-License-Identifier: MIT
-- More lines, for scale. They go in by the hundred thousand with triggers and foreign keys asleep and
-- without the indexes, which come back at the end together with all that triggers would have kept.
-- All of them are SYNTHETIC, as their references say, and have no numbers.
set local session_replication_role = replica;
set local synchronous_commit = off;
set local maintenance_work_mem = '512MB';

create temporary table demo_index on commit drop as
select row_number() over (order by c.relname) as n, c.relname as name, pg_get_indexdef(i.indexrelid) as definition
from pg_index i
join pg_class c on c.oid = i.indexrelid
where i.indrelid = 'data.line'::regclass
	and not exists (select from pg_constraint where conindid = i.indexrelid);
do $$
declare
	name text;
begin
	for name in select i.name from demo_index i loop
		execute format('drop index data.%I', name);
	end loop;
end
$$;

create function pg_temp.pick(i bigint, salt bigint, n int) returns int
language sql immutable
as $$
	select (hashint8extended(i, salt) & 1073741823)::int % n
$$;

-- What the reference tables hold, by position, so that a number leads to a code.
create temporary table demo_words on commit drop as
select array(select code from ref.area order by code) as areas,
	array(select group_ref from data.crime_group order by group_ref) as groups,
	array(select data.band_of(score) from generate_series(0, 100) as score) as bands,
	array['BE', 'BW', 'CV', 'DY', 'SW', 'SH', 'WS', 'WV'] as npus,
	array['reported', 'developing', 'active', 'tasked', 'dormant'] as statuses,
	array['Copper', 'Tin', 'Amber', 'Slate', 'Chalk', 'Velvet', 'Crimson', 'Dusty', 'Quiet', 'Crooked', 'Hollow',
		'Brisk', 'Northern', 'Paper', 'Salty', 'Spare'] as first,
	array['Kettle', 'Lantern', 'Ferret', 'Anvil', 'Thimble', 'Bramble', 'Spindle', 'Teasel', 'Gasket', 'Trowel',
		'Plover', 'Sextant', 'Bobbin', 'Marmot', 'Pylon', 'Quill'] as second;

-- Lines number a to z. Identities run on, too: an index that grows at its end is quick.
create function pg_temp.rows_make(a bigint, z bigint) returns void
language sql
as $$
	with drawn as materialized (
		select i, 'SYN' || lpad(i::text, 7, '0') as line_ref, c.today, c.at, w.statuses[1 + pg_temp.pick(i, 12, 5)] as status,
			('d3300000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as line_id,
			('d3300000-0000-4000-9000-' || lpad(to_hex(i), 12, '0'))::uuid as assessment_id,
			x.score, w.bands[1 + x.score] as band,
			c.today - 1 - pg_temp.pick(i, 3, 700) as last_seen,
			w.npus[1 + pg_temp.pick(i, 4, 8)] as npu,
			w.first[1 + pg_temp.pick(i, 5, 16)] || ' ' || w.second[1 + pg_temp.pick(i, 6, 16)] || ' ' || i as name,
			case when pg_temp.pick(i, 7, 50) = 0 then 1 else 0 end as tasked,
			case when pg_temp.pick(i, 7, 100) = 0 then 1 else 0 end as late,
			case when pg_temp.pick(i, 9, 2) = 0 then w.areas[near:near] else w.areas[near:near + 1] end as imports,
			case pg_temp.pick(i, 11, 4) when 0 then array['powder cocaine'] when 1 then array['heroin']
				else array['heroin', 'crack cocaine'] end as drugs,
			case when i % 10 = 0 then array['Number ' || i] else '{}' end as aliases,
			case when i % 2000 = 0 and w.groups <> '{}' then w.groups[1 + (i / 2000) % cardinality(w.groups):1 + (i / 2000) % cardinality(w.groups)]
				else '{}' end as group_refs
		from generate_series(a, z) as i
		cross join demo_words w
		cross join ref.clock c
		cross join lateral (select 1 + pg_temp.pick(i, 8, cardinality(w.areas) - 1) as near,
			case when pg_temp.pick(i, 1, 50) > 0 then pg_temp.pick(i, 2, 101) end as score) x
	), come as (
		insert into data.line (line_id, line_ref, name, holder_force, shared, status, is_open, export_force, export_npu,
			lro, bulk_marketing, first_seen, last_seen, last_review, score, band, assessment_id, open_taskings,
			overdue_taskings, tasked_units, aliases, aliases_text, imports, imports_text, drugs, drugs_text,
			group_refs, groups_text, search_text, created_at, changed_by, valid_from)
		select line_id, line_ref, name, 'West Midlands', i % 10 = 3,
			status, true, 'West Midlands', npu, 'lro_' || lower(npu),
			pg_temp.pick(i, 13, 3) = 0, last_seen - pg_temp.pick(i, 14, 400), last_seen,
			least(today - 1, last_seen + pg_temp.pick(i, 15, 30)), score, band,
			case when score is not null then assessment_id end, tasked, late,
			case when tasked > 0 then array[npu] else '{}' end, aliases, array_to_string(aliases, ';'),
			imports, array_to_string(imports, ';'), drugs, array_to_string(drugs, ';'), group_refs,
			array_to_string(group_refs, ';'),
			lower(concat_ws(E'\n', line_ref, name, array_to_string(aliases, E'\n')) collate "C"),
			x.created, 'SYNTHETIC', x.created
		from drawn
		cross join lateral (select least(at, at - make_interval(hours => pg_temp.pick(i, 16, 17520))) as created) x
		returning line_id, line_ref, aliases, imports, drugs, group_refs, score, band, assessment_id, last_review,
			export_npu, open_taskings, overdue_taskings, created_at
	), aliased as (
		insert into data.line_alias (line_id, alias) select line_id, unnest(aliases) from come
	), imported as (
		insert into data.line_import (line_id, area) select line_id, unnest(imports) from come
	), sold as (
		insert into data.line_drug (line_id, drug) select line_id, unnest(drugs) from come
	), run as (
		insert into data.line_group (line_id, group_id)
		select c.line_id, g.group_id
		from come c cross join unnest(c.group_refs) as r (group_ref) join data.crime_group g using (group_ref)
		where c.group_refs <> '{}'
	), tasked as (
		insert into data.tasking (tasking_ref, line_id, title, unit, state, is_open, due, raised_on, raised_by, submitted_on, offered_on, answer_due,
			answered_on, valid_from, changed_by, force)
		select 'T-' || line_ref, line_id, 'Disruption plan for the export address', export_npu, s.state, true,
			today + case when overdue_taskings > 0 then -3 else 11 end, s.raised, 'SYNTHETIC', s.raised, today - 4, today - 2,
			case when s.state <> 'offered' then today - 3 end, created_at, 'SYNTHETIC', 'West Midlands'
		from come cross join ref.clock
		cross join lateral (select least(today - 21, created_at::date) as raised,
			(array['offered', 'accepted', 'in-progress', 'in-progress'])[1 + pg_temp.pick(hashtext(line_ref), 17, 4)] as state) s
		where open_taskings > 0
	)
	insert into data.assessment (assessment_id, line_id, model, signed_on, signed_by, total, band, created_by, state,
		proposer, proposed_on, moderated_by, moderated_on, second_by, second_on)
	select assessment_id, line_id, 'LTS-1', last_review, 'supervisor1', score, band, 'lro_' || lower(export_npu), 'signed',
		'lro_' || lower(export_npu), last_review, 'analyst1', last_review,
		case when score >= 80 then 'analyst2' end, case when score >= 80 then last_review end
	from come where score is not null;
$$;
