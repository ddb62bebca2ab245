-- SPDX-License-Identifier: MIT
-- What install verifies, asked again of a database in use, and what is too slow to ask there.
begin;
create extension plpgsql_check schema tap;
select plan(9);

select has_view('api', 'grid', 'api.grid is there');
select columns_are('api', 'grid', array['line_id', 'rank', 'line_ref', 'name', 'score', 'band', 'change', 'status',
	'export_force', 'export_npu', 'imports', 'drugs', 'bulk_marketing', 'lro', 'groups', 'open_taskings',
	'overdue_taskings', 'first_seen', 'last_seen', 'last_review', 'days_since_review', 'sort_score', 'sort_seen',
	'name_key', 'is_open', 'is_new', 'is_stale', 'is_mine', 'restricted', 'shared', 'aliases_text', 'search_text',
	'last_activity', 'version'], 'its columns are those of gridline-data(7)');
select is((select array_agg(attname::text order by attnum) from pg_attribute
		where attrelid = 'data.line_history'::regclass and attnum > 1 and not attisdropped),
	(select array_agg(attname::text order by attnum) from pg_attribute
		where attrelid = 'data.line'::regclass and attnum > 0 and not attisdropped),
	'history of lines has the columns of lines, in their order');
select is((select array_agg(attname::text order by attnum) from pg_attribute
		where attrelid = 'data.tasking_history'::regclass and attnum > 1 and not attisdropped),
	(select array_agg(attname::text order by attnum) from pg_attribute
		where attrelid = 'data.tasking'::regclass and attnum > 0 and not attisdropped),
	'history of taskings has the columns of taskings, in their order');
select is((select count(*) from pg_class where relnamespace = 'api'::regnamespace and relkind not in ('v')), 0::bigint,
	'api holds views and functions only');
select is((select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid
		where c.relnamespace = 'data'::regnamespace and not t.tgisinternal and t.tgenabled <> 'O'), 0::bigint,
	'no trigger sleeps');
select is((select count(*) from pg_extension where extname not in ('plpgsql', 'pg_trgm', 'pgtap', 'plpgsql_check')), 0::bigint,
	'pg_trgm is the one extension of the database');
select is((select string_agg(p.oid::regprocedure || ': ' || x, E'\n')
	from pg_proc p join pg_language l on l.oid = p.prolang
	cross join lateral plpgsql_check_function(p.oid, case when p.prorettype = 'trigger'::regtype then
		(select tgrelid from pg_trigger t where t.tgfoid = p.oid limit 1) else 0 end,
		performance_warnings => false, oldtable => case when p.prorettype = 'trigger'::regtype then
			(select tgoldtable from pg_trigger t where t.tgfoid = p.oid and tgoldtable is not null limit 1) end,
		newtable => case when p.prorettype = 'trigger'::regtype then
			(select tgnewtable from pg_trigger t where t.tgfoid = p.oid and tgnewtable is not null limit 1) end) as x
	where l.lanname = 'plpgsql' and not (p.proname ~ '^(step|preview)_' and x ~ 'unused parameter "(p_id|p_version|cells)"')
		and (p.prorettype <> 'trigger'::regtype or exists (select from pg_trigger t where t.tgfoid = p.oid))
		and p.pronamespace in ('data'::regnamespace, 'ref'::regnamespace, 'audit'::regnamespace,
			'search'::regnamespace, 'api'::regnamespace)), null, 'plpgsql_check finds nothing');
select is((select string_agg(p.oid::regprocedure::text, ', ') from pg_proc p
	where p.pronamespace = 'api'::regnamespace and p.provolatile = 'v'
		and p.proname not like 'import%' and p.proname not in ('consult', 'dossier', 'dossier_rows', 'day_turn', 'log_export',
			'review_follow', 'step', 'step_many', 'tasks_seen', 'draft_save', 'draft_drop')), null,
	'only these functions of api change anything');
select * from finish();
rollback;
