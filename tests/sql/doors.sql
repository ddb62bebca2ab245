-- SPDX-License-Identifier: MIT
-- Every step there is, by every login on lines of every kind of sight: who may not is told so before
-- anything else, who may is told when the record has moved on since. What only tells never raises.
\ir every.sql
create table tap.asked as
	select s.step, s.object, s.roles, s.scope, who.login, st.role, l.line_ref, l.holder_force, l.export_npu, st.force, st.unit,
		case when l.line_ref is null then 'mine' else tap.by(who.login, format('select count(*) from api.lines where line_ref = %L', l.line_ref)) end as seen,
		tap.step(who.login, s.step, coalesce(tap.record(s.object, l.line_ref), gen_random_uuid()), -1, c.cells) as got
	from ref.step s
	join tap.filled c using (step)
	cross join unnest(array['analyst1', 'analyst2', 'analyst_st', 'supervisor1', 'auditor1', 'admin1', 'lro_be', 'lro_bw',
		'stranger', 'leaver', 'expired']) as who (login)
	left join data.staff st on st.login = who.login and st.active and st.valid_to > now()
	left join data.line l on st.role = any (s.roles) and s.object not in ('none', 'group', 'deconfliction', 'review', 'review_item')
		and tap.record(s.object, l.line_ref) is not null and l.line_ref in ('W1', 'W2', 'W4', 'W6', 'S1', 'S2', 'K1');

select plan(11);
-- others(ASKED, WORDS): who was told something else.
create function pg_temp.others(a tap.asked, words text) returns text language sql as $$
	select string_agg(distinct format('%s by %s on %s: %s', (a).step, (a).login, (a).line_ref, left((a).got, 160)), E'\n')
	where (a).got is null or (a).got !~ words
$$;
select is((select string_agg(pg_temp.others(a, '^GL001 '), E'\n') from tap.asked a where role is null), null, 'no staff entry, no step');
select is((select string_agg(pg_temp.others(a, format('^GL002 The role %s may not do this', role)), E'\n')
	from tap.asked a where role <> all (roles)), null, 'a role that may not');
select is((select string_agg(pg_temp.others(a, '^GL005 '), E'\n') from tap.asked a where seen = '0'), null, 'of a line that is not seen, nothing');
select is((select string_agg(pg_temp.others(a, '^GL002 .*another force''s or another unit''s'), E'\n') from tap.asked a
	where seen = '1' and scope = 'held' and not case role when 'lro' then coalesce(export_npu = unit, false) else holder_force = force end), null,
	'of a line that is seen and another''s, that it is');
select is((select string_agg(pg_temp.others(a, '^GL003 '), E'\n') from tap.asked a
	where seen = '1' and (scope = 'seen' or scope = 'held' and case role when 'lro' then coalesce(export_npu = unit, false) else holder_force = force end)), null,
	'who may is told that it was changed since');
select is((select string_agg(distinct s.step, ' ') from ref.step s where s.object not in ('none', 'group', 'deconfliction', 'review', 'review_item')
	and not exists (select from tap.asked a where a.step = s.step and a.got like 'GL003%')), null, 'no step is left out');
select is((select count(*) from data.operation) + (select count(*) from data.line_event), 0::bigint, 'nothing of all that was done');

-- Forms and previews, while they are being filled in.
create table tap.told as
	select s.step, x.cells, tap.by(tap.taker(s.roles), format('select count(*) from api.step_preview(%L, %L, %L)', s.step,
		tap.record(s.object, 'W1'), x.cells)) as got
	from ref.step s
	join tap.filled c using (step)
	cross join lateral (
		select null::jsonb as cells union all select '{}' union all select c.cells union all select jsonb_build_object('no such', 'x')
		union all
		select c.cells || jsonb_build_object(f.name, v) from tap.field f
		cross join unnest(array['', 'x', '-1', '99999999999999999999', ';', '2022-02-30', 'a' || chr(8238), repeat('x', 5000), '%_\']) v
		where f.step = s.step and f.name is not null and s.previewed
	) x;
select is((select string_agg(step || ' ' || coalesce(left(cells::text, 200), 'null') || ': ' || got, E'\n') from (select * from tap.told
	where got !~ '^[0-9]+$' limit 5) x), null, 'a preview takes whatever is typed');
create table tap.menu as
	select who.login, k.object, x.* from unnest(array['line', 'group', 'assessment', 'deconfliction', 'outcome', 'event', 'review', 'review_item']) k (object)
	cross join unnest(array['analyst1', 'supervisor1', 'lro_be', 'auditor1', 'admin1']) who (login)
	cross join lateral (select tap.by(who.login, format('select coalesce(string_agg(step || coalesce(''!'' || blocked, ''''), ''|'' order by step), '''') from api.steps(%L, %L)',
		k.object, tap.record(k.object, 'W1'))) as got) x
	where tap.record(k.object, 'W1') is not null;
select is((select string_agg(m.login || ' ' || m.object || ': ' || m.got, E'\n') from tap.menu m join data.staff s using (login)
	where regexp_replace(m.got, '![^|]*', '', 'g') <> coalesce((select string_agg(r.step, '|' order by r.step) from ref.step r
		where r.object = m.object and s.role = any (r.roles)), '')), null, 'a menu has what the role can do, whatever the record''s state');
create table tap.form as
	select m.login, s.step, tap.by(m.login, format('select string_agg(name || case when name = '''' then value else '''' end, '' '' order by place) from api.step_form(%L, %L)',
		s.step, tap.record(s.object, 'W1'))) as got
	from tap.menu m cross join unnest(string_to_array(m.got, '|')) one join ref.step s on s.step = one
	union all
	select tap.taker(s.roles), s.step, tap.by(tap.taker(s.roles), format('select string_agg(name || case when name = '''' then value else '''' end, '' '' order by place) from api.step_form(%L, null)', s.step))
	from ref.step s where s.object = 'none';
select is((select string_agg(f.login || ' ' || f.step || ': ' || f.got, E'\n') from tap.form f
	where f.got is distinct from concat_ws(' ', substring(f.got, '^[0-9]+'), (select string_agg(x.name, ' ' order by x.place) from tap.field x where x.step = f.step))), null,
	'a form that is offered opens, with its version and its fields');
select ok((select count(*) > 1 from tap.form), 'and some are');
select * from finish();
