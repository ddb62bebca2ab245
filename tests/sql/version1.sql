-- SPDX-License-Identifier: MIT
-- What version 1 installed, for the test of the upgrade from it.
-- Owns schemas data, ref and audit and all in them. Nobody logs in as it.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_owner') then
		create role gridline_owner nologin noinherit;
	end if;
end
$$;
comment on role gridline_owner is 'Gridline: owns the tables; no login';
-- Owns schema api, the only one users reach: no table owner, so that row policies bind what it owns.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_api') then
		create role gridline_api nologin noinherit;
	end if;
end
$$;
comment on role gridline_api is 'Gridline: owns schema api; no login';
-- Owns the search table, whose trigram index row security would shut out. Reached by api only.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_search') then
		create role gridline_search nologin noinherit;
	end if;
end
$$;
comment on role gridline_search is 'Gridline: owns the search table; no login';
-- Keeps and ranks the grid of a force.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_analyst') then
		create role gridline_analyst nologin;
	end if;
end
$$;
comment on role gridline_analyst is 'Gridline group role: Keeps and ranks the grid of a force.';
-- Local responsible officer: the lines of their own units.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_lro') then
		create role gridline_lro nologin;
	end if;
end
$$;
comment on role gridline_lro is 'Gridline group role: Local responsible officer: the lines of their own units.';
-- Signs off; sees restricted lines, too.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_supervisor') then
		create role gridline_supervisor nologin;
	end if;
end
$$;
comment on role gridline_supervisor is 'Gridline group role: Signs off; sees restricted lines, too.';
-- Reads the log and checks that it is whole.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_auditor') then
		create role gridline_auditor nologin;
	end if;
end
$$;
comment on role gridline_auditor is 'Gridline group role: Reads the log and checks that it is whole.';
-- Hands out roles; sees no lines.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_admin') then
		create role gridline_admin nologin;
	end if;
end
$$;
comment on role gridline_admin is 'Gridline group role: Hands out roles; sees no lines.';
-- Nobody makes objects of their own in this database: shadowing starts with a right to create.
do $$
begin
	execute format('revoke all on database %I from public', current_database());
	execute format('alter database %I set timezone = ''Europe/London''', current_database());
end
$$;
set local timezone = 'Europe/London';
revoke all on schema public from public;
revoke execute on function pg_catalog.lo_create(oid), pg_catalog.lo_creat(integer),
	pg_catalog.lo_from_bytea(oid, bytea) from public;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke execute on functions from public;
create schema ref;
comment on schema ref is 'Vocabularies with validity dates, settings, versions';
create schema data;
comment on schema data is 'The tables. No user has any right here: schema api is the way in';
create schema audit;
comment on schema audit is 'The log of DPA 2018 s.62: append-only, hash-chained';
-- The trigram extension lives here, too: what it adds is of use to the search table only.
create schema search;
comment on schema search is 'The search table, reached by api functions only';
create extension if not exists pg_trgm schema search;
create schema api;
comment on schema api is 'All that users may touch: views without personal data, and functions. Documented in gridline-data(7)';
create table ref.schema_version (
	version int primary key check (version > 0),
	note text not null,
	applied_at timestamptz not null default clock_timestamp()
);
comment on table ref.schema_version is 'One row an installation or upgrade; the highest version is the one in force';
comment on column ref.schema_version.version is 'Number of the upgrade file; 1 is the first installation';
comment on column ref.schema_version.note is 'Slug of the upgrade file, or install';
comment on column ref.schema_version.applied_at is 'When, by the server''s own clock';
create table ref.setting (
	one boolean primary key default true check (one),
	training_base timestamptz,
	training_started timestamptz,
	shift interval not null generated always as
		(coalesce(make_interval(secs => extract(epoch from training_base - training_started)), '0')) stored,
	stale_days int not null default 28 check (stale_days > 0),
	search_bound int not null default 1000 check (search_bound > 0),
	justification text not null default 'required' check (justification in ('required', 'optional')),
	consult_minutes int not null default 10 check (consult_minutes between 1 and 60),
	check ((training_base is null) = (training_started is null))
);
comment on table ref.setting is 'What a force may set; one row';
comment on column ref.setting.one is 'Keeps the table at one row';
comment on column ref.setting.training_base is 'Where the training clock started; null outside of training';
comment on column ref.setting.training_started is 'Real time at which it started';
comment on column ref.setting.shift is 'Business clock less real time, in seconds, so that no change of summer time bends it';
comment on column ref.setting.stale_days is 'A line without intelligence or review for more days than this is stale';
comment on column ref.setting.search_bound is 'Candidates a text search takes before it gives up for a walk';
comment on column ref.setting.justification is 'Whether a consultation must say why (s.62 as in force 2022)';
comment on column ref.setting.consult_minutes is 'How long a consultation opens its record';
create table ref.region (
	code text collate "C" primary key,
	label text not null
);
comment on table ref.region is 'Policing regions that share a grid';
comment on column ref.region.code is 'Short name';
comment on column ref.region.label is 'What a person reads';
create table ref.force (
	code text collate "C" primary key,
	label text not null,
	number text unique check (number ~ '^[0-9]{2}$'),
	region text collate "C" references ref.region,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.force is 'Police forces, by the name files and filters use';
comment on column ref.force.code is 'Name in files and filters';
comment on column ref.force.label is 'What a person reads';
comment on column ref.force.number is 'Two-digit force code, where there is one';
comment on column ref.force.region is 'Region it shares a grid with';
comment on column ref.force.position is 'Order in lists';
comment on column ref.force.valid_from is 'First day of validity';
comment on column ref.force.valid_to is 'Last day of validity';
create table ref.unit (
	code text collate "C" primary key,
	label text not null,
	kind text not null check (kind in ('npu', 'lpa', 'taskforce', 'team', 'rocu', 'roads', 'capability')),
	force text collate "C" references ref.force,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.unit is 'Whoever a line is exported from (npu, lpa) or tasked to';
comment on column ref.unit.code is 'Code in files and filters';
comment on column ref.unit.label is 'What a person reads';
comment on column ref.unit.kind is 'npu and lpa own ground; a capability is a service bid for';
comment on column ref.unit.force is 'Force it belongs to; null for regional ones';
comment on column ref.unit.position is 'Order in lists';
comment on column ref.unit.valid_from is 'First day of validity';
comment on column ref.unit.valid_to is 'Last day of validity';
create table ref.area (
	code text collate "C" primary key,
	label text not null,
	kind text not null check (kind in ('force', 'area')),
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.area is 'Import locations: every force, and areas that are wider or known no better';
comment on column ref.area.code is 'Name in files and filters';
comment on column ref.area.label is 'What a person reads';
comment on column ref.area.kind is 'force or area';
comment on column ref.area.position is 'Order in lists';
comment on column ref.area.valid_from is 'First day of validity';
comment on column ref.area.valid_to is 'Last day of validity';
create table ref.line_status (
	code text collate "C" primary key,
	label text not null,
	is_open boolean not null,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to),
	unique (code, is_open)
);
comment on table ref.line_status is 'What a line can be; the open ones stand on the grid';
comment on column ref.line_status.code is 'Code in files and filters';
comment on column ref.line_status.label is 'What a person reads';
comment on column ref.line_status.is_open is 'Stands on the grid: neither closed nor merged';
comment on column ref.line_status.position is 'Order in lists';
comment on column ref.line_status.valid_from is 'First day of validity';
comment on column ref.line_status.valid_to is 'Last day of validity';
create table ref.band (
	code text collate "C" primary key,
	label text not null,
	min_score int not null unique check (min_score between 0 and 100),
	position int not null
);
comment on table ref.band is 'Bands of the local threat score';
comment on column ref.band.code is 'Code in files and filters';
comment on column ref.band.label is 'What a person reads';
comment on column ref.band.min_score is 'Lowest score in the band; the next higher band ends it';
comment on column ref.band.position is 'Order in lists, highest band first';
create table ref.drug (
	code text collate "C" primary key,
	label text not null,
	class text not null check (class in ('A', 'B', 'C')),
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.drug is 'Drugs a line sells';
comment on column ref.drug.code is 'Name in files and filters';
comment on column ref.drug.label is 'What a person reads';
comment on column ref.drug.class is 'Class under the Misuse of Drugs Act 1971';
comment on column ref.drug.position is 'Order in lists';
comment on column ref.drug.valid_from is 'First day of validity';
comment on column ref.drug.valid_to is 'Last day of validity';
create table ref.operation (
	code text collate "C" primary key,
	label text not null,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.operation is 'Named operations a tasking can belong to';
comment on column ref.operation.code is 'Name in files and filters';
comment on column ref.operation.label is 'What a person reads';
comment on column ref.operation.position is 'Order in lists';
comment on column ref.operation.valid_from is 'First day of validity';
comment on column ref.operation.valid_to is 'Last day of validity';
create table ref.group_kind (
	code text collate "C" primary key,
	label text not null,
	position int not null
);
comment on table ref.group_kind is 'Kinds of groups';
comment on column ref.group_kind.code is 'OCG or USG';
comment on column ref.group_kind.label is 'What a person reads';
comment on column ref.group_kind.position is 'Order in lists';
create table ref.group_band (
	code text collate "C" primary key,
	label text not null,
	position int not null
);
comment on table ref.group_band is 'Bands of groups, recorded from outside, never computed here';
comment on column ref.group_band.code is 'Code in files and filters';
comment on column ref.group_band.label is 'What a person reads';
comment on column ref.group_band.position is 'Order in lists';
create table ref.tasking_state (
	code text collate "C" primary key,
	label text not null,
	is_open boolean not null,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to),
	unique (code, is_open)
);
comment on table ref.tasking_state is 'What a tasking can be; the open ones are counted on their line';
comment on column ref.tasking_state.code is 'Code in files and filters';
comment on column ref.tasking_state.label is 'What a person reads';
comment on column ref.tasking_state.is_open is 'Somebody still has to do something';
comment on column ref.tasking_state.position is 'Order in lists';
comment on column ref.tasking_state.valid_from is 'First day of validity';
comment on column ref.tasking_state.valid_to is 'Last day of validity';
create table ref.tasking_route (
	code text collate "C" primary key,
	label text not null,
	position int not null
);
comment on table ref.tasking_route is 'The way a tasking was routed';
comment on column ref.tasking_route.code is 'local, force or regional';
comment on column ref.tasking_route.label is 'What a person reads';
comment on column ref.tasking_route.position is 'Order in lists';
create table ref.offence (
	code text collate "C" primary key,
	label text not null,
	act text not null,
	section text not null,
	counts_for_type1 boolean not null,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.offence is 'Offences a charge may name';
comment on column ref.offence.code is 'Code in files and filters';
comment on column ref.offence.label is 'What a person reads';
comment on column ref.offence.act is 'Act of Parliament';
comment on column ref.offence.section is 'Section of the act';
comment on column ref.offence.counts_for_type1 is 'A relevant supply offence for a Type 1 outcome';
comment on column ref.offence.position is 'Order in lists';
comment on column ref.offence.valid_from is 'First day of validity';
comment on column ref.offence.valid_to is 'Last day of validity';
create table ref.score_model (
	code text collate "C" primary key,
	label text not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.score_model is 'Versions of the local threat score';
comment on column ref.score_model.code is 'Code in files';
comment on column ref.score_model.label is 'What a person reads';
comment on column ref.score_model.valid_from is 'First day a score may be signed under it';
comment on column ref.score_model.valid_to is 'Last day a score may be signed under it';
create table ref.score_factor (
	model text collate "C" not null references ref.score_model,
	code text collate "C" not null,
	label text not null,
	weight int not null check (weight > 0),
	scale_max int not null default 5 check (scale_max > 0),
	position int not null,
	primary key (model, code)
);
comment on table ref.score_factor is 'Factors of a model: score = sum(weight * given) * 100 / sum(weight * scale_max), rounded';
comment on column ref.score_factor.model is 'Model it belongs to';
comment on column ref.score_factor.code is 'Code in files';
comment on column ref.score_factor.label is 'What a person reads';
comment on column ref.score_factor.weight is 'How much it counts';
comment on column ref.score_factor.scale_max is 'Highest value that can be given; the lowest is 0';
comment on column ref.score_factor.position is 'Order on the form';
create table ref.score_scale (
	model text collate "C" not null,
	factor text collate "C" not null,
	value int not null check (value >= 0),
	wording text not null,
	primary key (model, factor, value),
	foreign key (model, factor) references ref.score_factor
);
comment on table ref.score_scale is 'What each value of a factor means, so that two scorers mean the same';
comment on column ref.score_scale.model is 'Model';
comment on column ref.score_scale.factor is 'Factor';
comment on column ref.score_scale.value is '0 to the factor''s scale_max';
comment on column ref.score_scale.wording is 'When to give this value';
create view ref.clock as
	select now() + s.shift as at, (now() + s.shift)::date as today, date_trunc('week', now() + s.shift) as week_start,
		(now() + s.shift)::date - s.stale_days as stale_before
	from ref.setting s;
comment on view ref.clock is 'The business clock: the training clock where one runs, else now';
comment on column ref.clock.at is 'Now';
comment on column ref.clock.today is 'The day';
comment on column ref.clock.week_start is 'Monday 00:00 of the ISO week';
comment on column ref.clock.stale_before is 'Nothing heard since before this day: stale';
-- The columns sees_* and writes_force are what row policies read: worked out once here from role,
-- force and units, so that a policy is one look-up and a listing stays an index walk.
create table data.staff (
	login text collate "C" primary key,
	name text not null,
	role text not null check (role in ('analyst', 'lro', 'supervisor', 'auditor', 'admin')),
	force text collate "C" not null references ref.force,
	unit text collate "C" references ref.unit,
	more_units text[] collate "C" not null default '{}',
	active boolean not null default true,
	valid_to timestamptz not null default 'infinity',
	sees_force text collate "C",
	sees_units text[] collate "C" not null default '{}',
	sees_restricted boolean not null default false,
	writes_force text collate "C",
	check (role <> 'lro' or unit is not null)
);
comment on table data.staff is 'Who a login is; without a row here a login sees nothing';
comment on column data.staff.login is 'The database role, which on one host is the SSH user';
comment on column data.staff.name is 'Name and rank as shown';
comment on column data.staff.role is 'What they do here; the group role of the login says the same';
comment on column data.staff.force is 'Whose grid they work on';
comment on column data.staff.unit is 'Home unit';
comment on column data.staff.more_units is 'Further units an LRO answers for';
comment on column data.staff.active is 'False shuts every row at once, whatever the login still can do';
comment on column data.staff.valid_to is 'End of access, in real time';
comment on column data.staff.sees_force is 'Worked out: sees what this force holds, and what is shared';
comment on column data.staff.sees_units is 'Worked out: sees lines exported from or tasked to these';
comment on column data.staff.sees_restricted is 'Worked out: sees restricted lines without being named';
comment on column data.staff.writes_force is 'Worked out: may add and change lines this force holds';
create table data.crime_group (
	group_id uuid primary key default gen_random_uuid(),
	group_ref text collate "C" not null unique check (group_ref <> ''),
	kind text collate "C" not null references ref.group_kind,
	name text not null,
	name_key text collate "C" generated always as (lower(name collate "und-x-icu")) stored,
	mapped boolean not null default false,
	band text collate "C" references ref.group_band,
	search_text text collate "C" not null default '',
	row_version int not null default 1,
	changed_by text collate "C" not null default session_user,
	valid_from timestamptz not null
);
create index crime_group_name on data.crime_group (name_key, group_ref);
create index crime_group_kind on data.crime_group (kind, group_ref);
create index crime_group_mapped on data.crime_group (mapped, group_ref);
create index crime_group_band on data.crime_group (coalesce(band, ''), group_ref);
comment on table data.crime_group is 'Organised crime groups (OCG) and urban street gangs (USG)';
comment on column data.crime_group.group_id is 'Identity across forces';
comment on column data.crime_group.group_ref is 'Reference people use';
comment on column data.crime_group.kind is 'OCG or USG';
comment on column data.crime_group.name is 'Name';
comment on column data.crime_group.name_key is 'Sorts names whatever their case';
comment on column data.crime_group.mapped is 'On the national mapping';
comment on column data.crime_group.band is 'Band given by the mapping';
comment on column data.crime_group.search_text is 'Normalised reference and name';
comment on column data.crime_group.row_version is 'Goes up with every change; a writer says which one they saw';
comment on column data.crime_group.changed_by is 'Login of the last change';
comment on column data.crime_group.valid_from is 'Business time of the last change';
-- One row is all the grid needs: codes are natural keys, lists and counters are kept here by triggers
-- of their own tables, so that a page is one index walk without a join. Sort keys are never null:
-- a row comparison then is the whole keyset, in both directions.
create table data.line (
	line_id uuid primary key default gen_random_uuid(),
	line_ref text collate "C" not null unique check (line_ref <> ''),
	name text not null default '',
	name_key text collate "C" generated always as (lower(name collate "und-x-icu")) stored,
	holder_force text collate "C" not null references ref.force,
	shared boolean not null default false,
	grid_part text collate "C" generated always as (case when shared then '' else holder_force end) stored,
	restricted boolean not null default false,
	readers text[] collate "C" not null default '{}',
	status text collate "C" not null,
	is_open boolean not null,
	export_force text collate "C" not null references ref.force,
	export_npu text collate "C" references ref.unit,
	lro text collate "C" references data.staff,
	bulk_marketing boolean not null default false,
	first_seen date,
	last_seen date,
	last_review date,
	score int check (score between 0 and 100),
	band text collate "C" references ref.band,
	assessment_id uuid,
	sort_score int not null generated always as (-coalesce(score, -1)) stored,
	sort_seen int not null generated always as (coalesce(date '1970-01-01' - last_seen, 2147483647)) stored,
	open_taskings int not null default 0,
	overdue_taskings int not null default 0,
	tasked_units text[] collate "C" not null default '{}',
	aliases text[] collate "C" not null default '{}',
	aliases_text text collate "C" not null default '',
	imports text[] collate "C" not null default '{}',
	imports_text text collate "C" not null default '',
	drugs text[] collate "C" not null default '{}',
	drugs_text text collate "C" not null default '',
	group_refs text[] collate "C" not null default '{}',
	groups_text text collate "C" not null default '',
	search_text text collate "C" not null default '',
	created_at timestamptz not null,
	row_version int not null default 1,
	changed_by text collate "C" not null default session_user,
	valid_from timestamptz not null,
	foreign key (status, is_open) references ref.line_status (code, is_open) on update cascade,
	check ((score is null) = (band is null)),
	check (first_seen <= last_seen)
);
create index line_ranked on data.line (sort_score, sort_seen, line_ref) where is_open;
create index line_npu_ranked on data.line (export_npu, sort_score, sort_seen, line_ref) where is_open;
create index line_lro_ranked on data.line (lro, sort_score, sort_seen, line_ref) where is_open;
create index line_all_ranked on data.line (sort_score, sort_seen, line_ref);
create index line_name on data.line (name_key, line_ref);
create index line_status on data.line (status, line_ref);
create index line_export_force on data.line (export_force, line_ref);
create index line_export_npu on data.line (coalesce(export_npu, ''), line_ref);
create index line_imports on data.line (imports_text, line_ref);
create index line_drugs on data.line (drugs_text, line_ref);
create index line_bulk on data.line (bulk_marketing, line_ref);
create index line_lro on data.line (coalesce(lro, ''), line_ref);
create index line_groups on data.line (groups_text, line_ref);
create index line_open_taskings on data.line (open_taskings, line_ref);
create index line_overdue on data.line (overdue_taskings, line_ref);
create index line_first_seen on data.line (coalesce(first_seen, '-infinity'), line_ref);
create index line_last_seen on data.line (coalesce(last_seen, '-infinity'), line_ref);
create index line_last_review on data.line (coalesce(last_review, '-infinity'), line_ref);
comment on table data.line is 'Drug lines as they stand now; versions before are in data.line_history';
comment on column data.line.line_id is 'Identity across forces';
comment on column data.line.line_ref is 'Reference people use';
comment on column data.line.name is 'Brand';
comment on column data.line.name_key is 'Sorts names whatever their case';
comment on column data.line.holder_force is 'Force that keeps the record';
comment on column data.line.shared is 'The region sees it';
comment on column data.line.grid_part is 'Whose grids it stands on: all (empty) or the holder''s';
comment on column data.line.restricted is 'Seen by named readers and supervisors only';
comment on column data.line.readers is 'Kept from data.line_reader';
comment on column data.line.status is 'ref.line_status';
comment on column data.line.is_open is 'Stands on the grid; follows the status';
comment on column data.line.export_force is 'Force it is run from';
comment on column data.line.export_npu is 'Neighbourhood unit it is run from';
comment on column data.line.lro is 'Login of the local responsible officer';
comment on column data.line.bulk_marketing is 'Sends bulk messages offering Class A';
comment on column data.line.first_seen is 'Day of the first intelligence';
comment on column data.line.last_seen is 'Day of the latest intelligence';
comment on column data.line.last_review is 'Day of the latest review';
comment on column data.line.score is 'Score of the assessment in force, kept from data.assessment';
comment on column data.line.band is 'Band of that score';
comment on column data.line.assessment_id is 'The assessment in force';
comment on column data.line.sort_score is 'First part of the ranked order: highest score first, unscored last';
comment on column data.line.sort_seen is 'Second part: latest seen first, never seen last';
comment on column data.line.open_taskings is 'Kept from data.tasking';
comment on column data.line.overdue_taskings is 'Kept from data.tasking and by the turn of the day';
comment on column data.line.tasked_units is 'Units with an open tasking on it';
comment on column data.line.aliases is 'Kept from data.line_alias';
comment on column data.line.aliases_text is 'The same, separated by ;';
comment on column data.line.imports is 'Kept from data.line_import: where it sells now';
comment on column data.line.imports_text is 'The same, separated by ;';
comment on column data.line.drugs is 'Kept from data.line_drug';
comment on column data.line.drugs_text is 'The same, separated by ;';
comment on column data.line.group_refs is 'Kept from data.line_group: who runs it now';
comment on column data.line.groups_text is 'The same, separated by ;';
comment on column data.line.search_text is 'Normalised reference, name and aliases';
comment on column data.line.created_at is 'Business time it came on the grid';
comment on column data.line.row_version is 'Goes up with every change but counters; a writer says which one they saw';
comment on column data.line.changed_by is 'Login of the last change';
comment on column data.line.valid_from is 'Business time from which this version holds';
-- `during` stands first, so that a column added to data.line is added here at the end, too.
create table data.line_history (
	during tstzrange not null,
	like data.line including comments
);
create index line_history_line on data.line_history (line_id, lower(during));
create index line_history_end on data.line_history (upper(during));
comment on table data.line_history is 'Superseded versions of data.line; columns as there';
comment on column data.line_history.during is 'Business time in which the version held';
create table data.line_alias (
	line_id uuid not null references data.line on delete cascade,
	alias text not null check (alias <> ''),
	primary key (line_id, alias)
);
comment on table data.line_alias is 'Other names of a line';
comment on column data.line_alias.line_id is 'Line';
comment on column data.line_alias.alias is 'Name';
create table data.line_import (
	line_id uuid not null references data.line on delete cascade,
	area text collate "C" not null references ref.area,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	primary key (line_id, area, valid_from),
	check (valid_from <= valid_to)
);
comment on table data.line_import is 'Where a line sells';
comment on column data.line_import.line_id is 'Line';
comment on column data.line_import.area is 'ref.area';
comment on column data.line_import.valid_from is 'First day known';
comment on column data.line_import.valid_to is 'Last day known; infinity while it lasts';
create table data.line_drug (
	line_id uuid not null references data.line on delete cascade,
	drug text collate "C" not null references ref.drug,
	primary key (line_id, drug)
);
comment on table data.line_drug is 'What a line sells';
comment on column data.line_drug.line_id is 'Line';
comment on column data.line_drug.drug is 'ref.drug';
create table data.line_group (
	line_id uuid not null references data.line on delete cascade,
	group_id uuid not null references data.crime_group,
	role text not null default 'controls' check (role in ('controls', 'supplies', 'linked')),
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	primary key (line_id, group_id, valid_from),
	check (valid_from <= valid_to)
);
create index line_group_group on data.line_group (group_id);
comment on table data.line_group is 'Which group has to do with a line, and when';
comment on column data.line_group.line_id is 'Line';
comment on column data.line_group.group_id is 'Group';
comment on column data.line_group.role is 'controls, supplies or linked';
comment on column data.line_group.valid_from is 'First day known';
comment on column data.line_group.valid_to is 'Last day known; infinity while it lasts';
create table data.line_number (
	number_id uuid primary key default gen_random_uuid(),
	line_id uuid not null references data.line on delete cascade,
	number text collate "C" not null check (number <> ''),
	kind text not null default 'MSISDN' check (kind in ('MSISDN', 'IMEI', 'ICCID', 'IMSI', 'other')),
	state text not null default 'live' check (state in ('live', 'dormant', 'disabled', 'reassigned')),
	first_seen date,
	last_seen date,
	unique (line_id, number)
);
create index line_number_number on data.line_number (number);
comment on table data.line_number is 'Numbers of a line: personal data, read through api.consult and api.dossier only';
comment on column data.line_number.number_id is 'Identity';
comment on column data.line_number.line_id is 'Line';
comment on column data.line_number.number is 'The number as written';
comment on column data.line_number.kind is 'What sort of identifier';
comment on column data.line_number.state is 'live, dormant, disabled or reassigned';
comment on column data.line_number.first_seen is 'First day known';
comment on column data.line_number.last_seen is 'Last day known';
create table data.line_reader (
	line_id uuid not null references data.line on delete cascade,
	login text collate "C" not null references data.staff,
	primary key (line_id, login)
);
comment on table data.line_reader is 'Who may see a restricted line';
comment on column data.line_reader.line_id is 'Line';
comment on column data.line_reader.login is 'Named person';
create table data.assessment (
	assessment_id uuid primary key default gen_random_uuid(),
	line_id uuid not null references data.line on delete cascade,
	model text collate "C" not null references ref.score_model,
	signed_on date,
	signed_by text collate "C",
	total int check (total between 0 and 100),
	band text collate "C" references ref.band,
	created_at timestamptz not null default clock_timestamp(),
	created_by text collate "C" not null default session_user,
	unique (line_id, signed_on),
	check ((signed_on is null) = (signed_by is null) and (signed_on is null) = (total is null)
		and (signed_on is null) = (band is null))
);
comment on table data.assessment is 'Threat scores of lines; immutable once signed';
comment on column data.assessment.assessment_id is 'Identity';
comment on column data.assessment.line_id is 'Line';
comment on column data.assessment.model is 'Version of the score model';
comment on column data.assessment.signed_on is 'Day of signature; null while a draft';
comment on column data.assessment.signed_by is 'Login of the signer';
comment on column data.assessment.total is 'Worked out from the factors on signature';
comment on column data.assessment.band is 'Band of the total on signature';
comment on column data.assessment.created_at is 'When entered, by the server''s own clock';
comment on column data.assessment.created_by is 'Login that entered it';
create table data.assessment_factor (
	assessment_id uuid not null references data.assessment on delete cascade,
	model text collate "C" not null,
	factor text collate "C" not null,
	score int not null,
	rationale text not null check (rationale <> ''),
	primary key (assessment_id, factor),
	foreign key (model, factor) references ref.score_factor
);
comment on table data.assessment_factor is 'The factors of an assessment with their reasons';
comment on column data.assessment_factor.assessment_id is 'Assessment';
comment on column data.assessment_factor.model is 'Its model';
comment on column data.assessment_factor.factor is 'Factor';
comment on column data.assessment_factor.score is '0 to the factor''s scale_max';
comment on column data.assessment_factor.rationale is 'Why';
create table data.tasking (
	tasking_id uuid primary key default gen_random_uuid(),
	tasking_ref text collate "C" not null unique check (tasking_ref <> ''),
	line_id uuid not null references data.line on delete cascade,
	title text not null default '',
	route text collate "C" not null default 'local' references ref.tasking_route,
	unit text collate "C" not null references ref.unit,
	operation text collate "C" references ref.operation,
	state text collate "C" not null default 'submitted',
	is_open boolean not null,
	due date,
	owner text collate "C" references data.staff,
	raised_on date not null,
	completed_on date,
	row_version int not null default 1,
	changed_by text collate "C" not null default session_user,
	valid_from timestamptz not null,
	foreign key (state, is_open) references ref.tasking_state (code, is_open) on update cascade
);
create index tasking_line on data.tasking (line_id);
create index tasking_due on data.tasking (due) where is_open;
comment on table data.tasking is 'Who is to do what on which line by when';
comment on column data.tasking.tasking_id is 'Identity';
comment on column data.tasking.tasking_ref is 'Reference people use';
comment on column data.tasking.line_id is 'Line';
comment on column data.tasking.title is 'What is to be done';
comment on column data.tasking.route is 'local, force or regional';
comment on column data.tasking.unit is 'Unit or capability it is for';
comment on column data.tasking.operation is 'Operation it belongs to';
comment on column data.tasking.state is 'ref.tasking_state';
comment on column data.tasking.is_open is 'Follows the state';
comment on column data.tasking.due is 'Last day to do it';
comment on column data.tasking.owner is 'Login that answers for it';
comment on column data.tasking.raised_on is 'Day it was raised';
comment on column data.tasking.completed_on is 'Day it was completed';
comment on column data.tasking.row_version is 'Goes up with every change; a writer says which one they saw';
comment on column data.tasking.changed_by is 'Login of the last change';
comment on column data.tasking.valid_from is 'Business time from which this version holds';
create table data.tasking_history (
	during tstzrange not null,
	like data.tasking including comments
);
create index tasking_history_tasking on data.tasking_history (tasking_id, lower(during));
comment on table data.tasking_history is 'Superseded versions of data.tasking; columns as there';
comment on column data.tasking_history.during is 'Business time in which the version held';
create table data.rank_score (
	grid_part text collate "C" not null,
	sort_score int not null,
	n int not null,
	primary key (grid_part, sort_score)
);
comment on table data.rank_score is 'How many open scored lines a score has: ranks are counted from here, not from the lines';
comment on column data.rank_score.grid_part is 'As in data.line';
comment on column data.rank_score.sort_score is 'As in data.line';
comment on column data.rank_score.n is 'Lines';
create table data.rank_tally (
	grid_part text collate "C" not null,
	sort_score int not null,
	sort_seen int not null,
	n int not null,
	primary key (grid_part, sort_score, sort_seen)
);
comment on table data.rank_tally is 'The same within a score, by the day last seen';
comment on column data.rank_tally.grid_part is 'As in data.line';
comment on column data.rank_tally.sort_score is 'As in data.line';
comment on column data.rank_tally.sort_seen is 'As in data.line';
comment on column data.rank_tally.n is 'Lines';
create table data.week_turn (
	force text collate "C" primary key references ref.force,
	week_start timestamptz not null
);
comment on table data.week_turn is 'Which week data.week_rank holds, a grid';
comment on column data.week_turn.force is 'Whose grid';
comment on column data.week_turn.week_start is 'Monday 00:00 of that ISO week';
create table data.week_rank (
	force text collate "C" not null,
	line_id uuid not null,
	rank bigint not null,
	primary key (force, line_id)
);
comment on table data.week_rank is 'Ranks at the start of this week; gone over by the turn of the week';
comment on column data.week_rank.force is 'Whose grid';
comment on column data.week_rank.line_id is 'Line, which may be gone since';
comment on column data.week_rank.rank is 'Its rank then';
create table data.day_turn (
	one boolean primary key default true check (one),
	day date not null default '-infinity'
);
comment on table data.day_turn is 'The day whose lateness the lines'' counters show';
comment on column data.day_turn.one is 'Keeps the table at one row';
comment on column data.day_turn.day is 'That day';
insert into data.day_turn default values;
create table search.line (
	line_id uuid primary key,
	text text not null
);
create index line_text on search.line using gin (text search.gin_trgm_ops);
comment on table search.line is 'data.line.search_text under a trigram index, which row security would keep from use';
comment on column search.line.line_id is 'Line';
comment on column search.line.text is 'Normalised reference, name and aliases';
create table audit.entry (
	entry_id bigint primary key,
	at timestamptz not null,
	operation text not null check (operation in
		('collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure')),
	login text collate "C" not null,
	object_kind text not null,
	object_id text not null,
	justification text not null,
	recipient text not null,
	detail jsonb not null,
	hash bytea not null check (length(hash) = 32)
);
comment on table audit.entry is 'The six operations of DPA 2018 s.62; append-only, each entry hashed with the one before';
comment on column audit.entry.entry_id is 'Position in the chain, without gaps';
comment on column audit.entry.at is 'When, by the server''s own clock, never the training clock';
comment on column audit.entry.operation is 'Which of the six';
comment on column audit.entry.login is 'session_user';
comment on column audit.entry.object_kind is 'line, group, grid...';
comment on column audit.entry.object_id is 'Which; never what was in it';
comment on column audit.entry.justification is 'Why; empty where the law asks for none';
comment on column audit.entry.recipient is 'To whom it was disclosed';
comment on column audit.entry.detail is 'Counts and references';
comment on column audit.entry.hash is 'SHA-256 over the previous hash and this entry''s fields';
-- Locking this row is what puts entries in order. An advisory lock could be taken by anyone.
create table audit.head (
	one boolean primary key default true check (one),
	entry_id bigint not null,
	hash bytea not null
);
comment on table audit.head is 'The last link of the chain';
comment on column audit.head.one is 'Keeps the table at one row';
comment on column audit.head.entry_id is 'Its entry; 0 before the first';
comment on column audit.head.hash is 'Its hash';
insert into audit.head values (true, 0, sha256('gridline'));
create table audit.consultation (
	token uuid primary key default gen_random_uuid(),
	entry_id bigint not null references audit.entry,
	login text collate "C" not null,
	object_kind text not null,
	object_id uuid not null,
	at timestamptz not null,
	xid xid8 not null
);
comment on table audit.consultation is 'Tokens of api.consult: what api.dossier holds a read against';
comment on column audit.consultation.token is 'What the reader was handed';
comment on column audit.consultation.entry_id is 'The consultation in the log';
comment on column audit.consultation.login is 'Whose token it is';
comment on column audit.consultation.object_kind is 'line or group';
comment on column audit.consultation.object_id is 'The one record it opens';
comment on column audit.consultation.at is 'When; it soon ends';
comment on column audit.consultation.xid is 'Transaction that must have committed';
-- What can be imported. A kind is rows here and in ref.import_column, and two functions:
-- data.import_check_KIND and data.import_apply_KIND.
create table ref.import_kind (
	kind text primary key,
	label text not null,
	position integer not null
);
comment on table ref.import_kind is 'Kinds of files that api.import_begin takes';
comment on column ref.import_kind.kind is 'What commands call it';
comment on column ref.import_kind.label is 'What one of its rows is to a person';
comment on column ref.import_kind.position is 'Order in lists';
-- The columns of each kind and what a cell of them must look like. Checks that need one cell only
-- are driven by this table; the kind's own function does the rest.
create table ref.import_column (
	kind text not null references ref.import_kind,
	name text not null,
	position integer not null,
	required boolean not null,
	fillable boolean not null,
	shape text not null check (shape in
		('reference', 'text', 'block', 'texts', 'term', 'terms', 'groups', 'date', 'flag', 'number', 'phones')),
	vocabulary text check ((vocabulary is not null) = (shape in ('term', 'terms'))),
	max_length integer not null,
	primary key (kind, name)
);
comment on table ref.import_column is 'Columns of the files that api.import_begin takes';
comment on column ref.import_column.kind is 'Whose column it is';
comment on column ref.import_column.name is 'Its name in the header';
comment on column ref.import_column.position is 'Order in the manual and in exports';
comment on column ref.import_column.required is 'The header must have it; a column that is left out leaves what is there';
comment on column ref.import_column.fillable is 'A cell of it must not be empty';
comment on column ref.import_column.shape is 'What a cell looks like: data.import_check_cells';
comment on column ref.import_column.vocabulary is 'Where its terms come from (api.terms)';
comment on column ref.import_column.max_length is 'Characters a cell may have';
-- One row an import that was committed: the answer to "did it happen?" after a lost connection.
create table data.import (
	import_id uuid primary key default gen_random_uuid(),
	op uuid not null,
	login text not null default session_user,
	kind text not null references ref.import_kind,
	file text not null check (length(file) <= 1000),
	started_at timestamptz not null default clock_timestamp(),
	finished_at timestamptz,
	added bigint,
	changed bigint,
	same bigint,
	unique (login, op)
);
comment on table data.import is 'Imports: who read which file when, and what came of it';
comment on column data.import.import_id is 'Its key';
comment on column data.import.op is 'The operation key of the client: the same key is the same import';
comment on column data.import.login is 'Who imported';
comment on column data.import.kind is 'What was imported';
comment on column data.import.file is 'The name of the file as the client gave it';
comment on column data.import.started_at is 'When it began, by the machine''s clock';
comment on column data.import.finished_at is 'When it was applied; null while rows are still coming';
comment on column data.import.added is 'Records that were new';
comment on column data.import.changed is 'Records that changed';
comment on column data.import.same is 'Records that were so already';
-- The rows of an import under way, as they stood in the file. Emptied when it ends; unlogged, since
-- nothing of it outlives its transaction.
create unlogged table data.import_row (
	import_id uuid not null,
	line integer not null check (line > 0),
	cells jsonb,
	primary key (import_id, line)
);
comment on table data.import_row is 'Rows of imports under way';
comment on column data.import_row.import_id is 'The import';
comment on column data.import_row.line is 'Line of the file where the row begins';
comment on column data.import_row.cells is 'Column name to text; null if the client could not read the row';
-- The rows of an import of lines once they are known to be good: typed, in the vocabularies' own
-- spelling, side by side with the line that is there. Null stands for a column that the file has
-- not: what is there stays.
create unlogged table data.import_line (
	import_id uuid not null,
	line integer not null,
	line_ref text collate "C" not null,
	line_id uuid,
	name text not null,
	status text collate "C" not null,
	export_force text collate "C" not null,
	export_npu text collate "C",
	lro text collate "C",
	bulk_marketing boolean,
	first_seen date not null,
	last_seen date not null,
	aliases text[] collate "C",
	imports text[] collate "C",
	drugs text[] collate "C",
	group_refs text[] collate "C",
	numbers text[] collate "C",
	verdict text not null default 'same' check (verdict in ('new', 'changed', 'same')),
	primary key (import_id, line_ref)
);
comment on table data.import_line is 'Good rows of imports of lines under way';
comment on column data.import_line.import_id is 'The import';
comment on column data.import_line.line is 'Line of the file';
comment on column data.import_line.line_ref is 'Reference of the line';
comment on column data.import_line.line_id is 'The line that is there; a new key for a new one';
comment on column data.import_line.name is 'As in data.line';
comment on column data.import_line.status is 'As in data.line';
comment on column data.import_line.export_force is 'As in data.line';
comment on column data.import_line.export_npu is 'As in data.line; empty for none';
comment on column data.import_line.lro is 'As in data.line; empty for none';
comment on column data.import_line.bulk_marketing is 'As in data.line';
comment on column data.import_line.first_seen is 'As in data.line';
comment on column data.import_line.last_seen is 'As in data.line';
comment on column data.import_line.aliases is 'Other names, sorted';
comment on column data.import_line.imports is 'Areas, sorted';
comment on column data.import_line.drugs is 'Drugs, sorted';
comment on column data.import_line.group_refs is 'References of groups, sorted';
comment on column data.import_line.numbers is 'Telephone numbers, sorted; they are added, never taken away';
comment on column data.import_line.verdict is 'What the row does';
-- What is wrong with the rows of an import under way.
create unlogged table data.import_error (
	import_id uuid not null,
	line integer not null,
	cell text not null,
	reason text not null,
	warning boolean not null default false
);
create index on data.import_error (import_id);
comment on table data.import_error is 'What is wrong with the rows of imports under way';
comment on column data.import_error.import_id is 'The import';
comment on column data.import_error.line is 'Line of the file';
comment on column data.import_error.cell is 'Column of the file, empty if the whole row is meant';
comment on column data.import_error.warning is 'It is taken all the same';
comment on column data.import_error.reason is 'What is wrong, to be read after the column''s name';
-- Regions that share a grid.
insert into ref.region (code, label) values
	('West Midlands', 'West Midlands region')
on conflict (code) do update set label = excluded.label;
-- The 43 territorial forces of England and Wales by their two-digit codes, then the others.
insert into ref.force (code, label, number, region, position) values
	('Metropolitan', 'Metropolitan Police Service', '01', null, 1),
	('Cumbria', 'Cumbria Police', '03', null, 2),
	('Lancashire', 'Lancashire Police', '04', null, 3),
	('Merseyside', 'Merseyside Police', '05', null, 4),
	('Greater Manchester', 'Greater Manchester Police', '06', null, 5),
	('Cheshire', 'Cheshire Police', '07', null, 6),
	('Northumbria', 'Northumbria Police', '10', null, 7),
	('Durham', 'Durham Police', '11', null, 8),
	('North Yorkshire', 'North Yorkshire Police', '12', null, 9),
	('West Yorkshire', 'West Yorkshire Police', '13', null, 10),
	('South Yorkshire', 'South Yorkshire Police', '14', null, 11),
	('Humberside', 'Humberside Police', '16', null, 12),
	('Cleveland', 'Cleveland Police', '17', null, 13),
	('West Midlands', 'West Midlands Police', '20', 'West Midlands', 14),
	('Staffordshire', 'Staffordshire Police', '21', 'West Midlands', 15),
	('West Mercia', 'West Mercia Police', '22', 'West Midlands', 16),
	('Warwickshire', 'Warwickshire Police', '23', 'West Midlands', 17),
	('Derbyshire', 'Derbyshire Police', '30', null, 18),
	('Nottinghamshire', 'Nottinghamshire Police', '31', null, 19),
	('Lincolnshire', 'Lincolnshire Police', '32', null, 20),
	('Leicestershire', 'Leicestershire Police', '33', null, 21),
	('Northamptonshire', 'Northamptonshire Police', '34', null, 22),
	('Cambridgeshire', 'Cambridgeshire Police', '35', null, 23),
	('Norfolk', 'Norfolk Police', '36', null, 24),
	('Suffolk', 'Suffolk Police', '37', null, 25),
	('Bedfordshire', 'Bedfordshire Police', '40', null, 26),
	('Hertfordshire', 'Hertfordshire Police', '41', null, 27),
	('Essex', 'Essex Police', '42', null, 28),
	('Thames Valley', 'Thames Valley Police', '43', null, 29),
	('Hampshire', 'Hampshire & Isle of Wight Constabulary', '44', null, 30),
	('Surrey', 'Surrey Police', '45', null, 31),
	('Kent', 'Kent Police', '46', null, 32),
	('Sussex', 'Sussex Police', '47', null, 33),
	('City of London', 'City of London Police', '48', null, 34),
	('Devon & Cornwall', 'Devon & Cornwall Police', '50', null, 35),
	('Avon & Somerset', 'Avon & Somerset Police', '52', null, 36),
	('Gloucestershire', 'Gloucestershire Police', '53', null, 37),
	('Wiltshire', 'Wiltshire Police', '54', null, 38),
	('Dorset', 'Dorset Police', '55', null, 39),
	('North Wales', 'North Wales Police', '60', null, 40),
	('Gwent', 'Gwent Police', '61', null, 41),
	('South Wales', 'South Wales Police', '62', null, 42),
	('Dyfed-Powys', 'Dyfed-Powys Police', '63', null, 43),
	('Police Scotland', 'Police Service of Scotland', null, null, 44),
	('PSNI', 'Police Service of Northern Ireland', null, null, 45),
	('BTP', 'British Transport Police', null, null, 46)
on conflict (code) do update set label = excluded.label, number = excluded.number, region = excluded.region,
	position = excluded.position;
-- The eight neighbourhood policing units of West Midlands ended on 2 April 2023; seven local policing
-- areas follow them, under codes of their own, since some ground changed hands.
insert into ref.unit (code, label, kind, force, position, valid_from, valid_to) values
	('BE', 'Birmingham East', 'npu', 'West Midlands', 1, '-infinity', '2023-04-02'),
	('BW', 'Birmingham West', 'npu', 'West Midlands', 2, '-infinity', '2023-04-02'),
	('CV', 'Coventry', 'npu', 'West Midlands', 3, '-infinity', '2023-04-02'),
	('DY', 'Dudley', 'npu', 'West Midlands', 4, '-infinity', '2023-04-02'),
	('SW', 'Sandwell', 'npu', 'West Midlands', 5, '-infinity', '2023-04-02'),
	('SH', 'Solihull', 'npu', 'West Midlands', 6, '-infinity', '2023-04-02'),
	('WS', 'Walsall', 'npu', 'West Midlands', 7, '-infinity', '2023-04-02'),
	('WV', 'Wolverhampton', 'npu', 'West Midlands', 8, '-infinity', '2023-04-02'),
	('LBM', 'Birmingham LPA', 'lpa', 'West Midlands', 11, '2023-04-03', 'infinity'),
	('LCV', 'Coventry LPA', 'lpa', 'West Midlands', 12, '2023-04-03', 'infinity'),
	('LDY', 'Dudley LPA', 'lpa', 'West Midlands', 13, '2023-04-03', 'infinity'),
	('LSW', 'Sandwell LPA', 'lpa', 'West Midlands', 14, '2023-04-03', 'infinity'),
	('LSH', 'Solihull LPA', 'lpa', 'West Midlands', 15, '2023-04-03', 'infinity'),
	('LWS', 'Walsall LPA', 'lpa', 'West Midlands', 16, '2023-04-03', 'infinity'),
	('LWV', 'Wolverhampton LPA', 'lpa', 'West Midlands', 17, '2023-04-03', 'infinity'),
	('CLTF', 'County Lines Taskforce', 'taskforce', 'West Midlands', 21, '2022-04-01', 'infinity'),
	('FPVT', 'Force Priorities and Vulnerability Team', 'team', 'West Midlands', 22, '-infinity', 'infinity'),
	('WMROCU', 'West Midlands Regional Organised Crime Unit', 'rocu', null, 23, '-infinity', 'infinity'),
	('CMPG', 'Central Motorway Police Group', 'roads', null, 24, '-infinity', 'infinity'),
	('DF', 'Digital Forensics', 'capability', 'West Midlands', 31, '-infinity', 'infinity'),
	('INT', 'Intelligence', 'capability', 'West Midlands', 32, '-infinity', 'infinity'),
	('DEW', 'Drug Expert Witness', 'capability', 'West Midlands', 33, '-infinity', 'infinity')
on conflict (code) do update set label = excluded.label, kind = excluded.kind, force = excluded.force,
	position = excluded.position, valid_from = excluded.valid_from, valid_to = excluded.valid_to;
-- Every force is an import location, and so is what intelligence knows no better.
insert into ref.area (code, label, kind, position)
select code, label, 'force', position from ref.force
on conflict (code) do update set label = excluded.label, position = excluded.position;
insert into ref.area (code, label, kind, position) values
	('South coast', 'South coast', 'area', 101),
	('South West', 'South West', 'area', 102),
	('East Anglia', 'East Anglia', 'area', 103),
	('North Wales coast', 'North Wales coast', 'area', 104),
	('Unknown', 'Not known', 'area', 199)
on conflict (code) do update set label = excluded.label, position = excluded.position;
-- No list of line statuses is public; these are a start that a force may change.
insert into ref.line_status (code, label, is_open, position) values
	('reported', 'Reported', true, 1),
	('developing', 'Developing', true, 2),
	('active', 'Active', true, 3),
	('tasked', 'Tasked', true, 4),
	('under-enforcement', 'Under enforcement', true, 5),
	('dormant', 'Dormant', true, 6),
	('re-opened', 'Re-opened', true, 7),
	('closed-type1-provisional', 'Closed, Type 1 provisional', false, 8),
	('closed-type1-verified', 'Closed, Type 1 verified', false, 9),
	('closed-type2', 'Closed, Type 2', false, 10),
	('closed-other', 'Closed, other', false, 11),
	('merged', 'Merged', false, 12)
on conflict (code) do update set label = excluded.label, is_open = excluded.is_open, position = excluded.position;
-- Bands of the local threat score.
insert into ref.band (code, label, min_score, position) values
	('critical', 'Critical', 80, 1),
	('high', 'High', 60, 2),
	('medium', 'Medium', 40, 3),
	('low', 'Low', 0, 4)
on conflict (code) do update set label = excluded.label, min_score = excluded.min_score, position = excluded.position;
-- Names in files are lower-case words.
insert into ref.drug (code, label, class, position) values
	('heroin', 'Heroin', 'A', 1),
	('crack cocaine', 'Crack cocaine', 'A', 2),
	('powder cocaine', 'Powder cocaine', 'A', 3),
	('MDMA', 'MDMA', 'A', 4),
	('cannabis', 'Cannabis', 'B', 5),
	('amphetamine', 'Amphetamine', 'B', 6),
	('ketamine', 'Ketamine', 'B', 7),
	('synthetic cannabinoids', 'Synthetic cannabinoids', 'B', 8),
	('benzodiazepines', 'Benzodiazepines', 'C', 9),
	('pregabalin', 'Pregabalin', 'C', 10)
on conflict (code) do update set label = excluded.label, class = excluded.class, position = excluded.position;
-- Operations a tasking can belong to.
insert into ref.operation (code, label, position) values
	('Skyclash', 'Skyclash (safeguarding)', 1),
	('Ferrari', 'Ferrari (roads)', 2)
on conflict (code) do update set label = excluded.label, position = excluded.position;
-- Kinds of groups.
insert into ref.group_kind (code, label, position) values
	('OCG', 'Organised crime group', 1),
	('USG', 'Urban street gang', 2)
on conflict (code) do update set label = excluded.label, position = excluded.position;
-- The mapping's bands are not public; four steps are a start that a force may change.
insert into ref.group_band (code, label, position) values
	('1', 'Band 1, highest', 1),
	('2', 'Band 2', 2),
	('3', 'Band 3', 3),
	('4', 'Band 4, lowest', 4)
on conflict (code) do update set label = excluded.label, position = excluded.position;
-- The open ones count on their line.
insert into ref.tasking_state (code, label, is_open, position) values
	('draft', 'Draft', false, 1),
	('submitted', 'Submitted', true, 2),
	('adopted', 'Adopted', true, 3),
	('monitor', 'Monitor', true, 4),
	('develop', 'Develop', true, 5),
	('referred', 'Referred', true, 6),
	('deferred', 'Deferred', true, 7),
	('not-adopted', 'Not adopted', false, 8),
	('complete', 'Complete', false, 9),
	('cancelled', 'Cancelled', false, 10)
on conflict (code) do update set label = excluded.label, is_open = excluded.is_open, position = excluded.position;
-- The three ways.
insert into ref.tasking_route (code, label, position) values
	('local', 'Local', 1),
	('force', 'Force (SOCEx)', 2),
	('regional', 'Regional', 3)
on conflict (code) do update set label = excluded.label, position = excluded.position;
-- Only supply offences count for a Type 1 outcome, and only where Class A is charged.
insert into ref.offence (code, label, act, section, counts_for_type1, position) values
	('MDA-4-3-a', 'Supplying or offering to supply a controlled drug', 'Misuse of Drugs Act 1971', '4(3)(a)', true, 1),
	('MDA-4-3-b', 'Being concerned in the supply of a controlled drug', 'Misuse of Drugs Act 1971', '4(3)(b)', true, 2),
	('MDA-4-3-c', 'Being concerned in an offer to supply a controlled drug', 'Misuse of Drugs Act 1971', '4(3)(c)', true, 3),
	('MDA-5-3', 'Possession with intent to supply', 'Misuse of Drugs Act 1971', '5(3)', true, 4),
	('CLA-1', 'Conspiracy to supply', 'Criminal Law Act 1977', '1', true, 5),
	('MDA-5-2', 'Possession of a controlled drug', 'Misuse of Drugs Act 1971', '5(2)', false, 6),
	('MSA-1', 'Slavery, servitude and forced labour', 'Modern Slavery Act 2015', '1', false, 7),
	('MSA-2', 'Human trafficking', 'Modern Slavery Act 2015', '2', false, 8),
	('PSA-5', 'Supplying a psychoactive substance', 'Psychoactive Substances Act 2016', '5', false, 9)
on conflict (code) do update set label = excluded.label, act = excluded.act, section = excluded.section,
	counts_for_type1 = excluded.counts_for_type1, position = excluded.position;
-- LTS-1, the local threat score. It is ours: never call it MoRiLE or OCGM, which are recorded beside it.
insert into ref.score_model (code, label, valid_from) values
	('LTS-1', 'Local threat score, version 1', '2022-04-01')
on conflict (code) do update set label = excluded.label;
insert into ref.score_factor (model, code, label, weight, scale_max, position) values
	('LTS-1', 'children', 'Children exploited', 5, 5, 1),
	('LTS-1', 'vulnerable', 'Vulnerable adults', 4, 5, 2),
	('LTS-1', 'cuckooing', 'Cuckooing', 3, 5, 3),
	('LTS-1', 'weapons', 'Weapons and violence', 5, 5, 4),
	('LTS-1', 'class_a', 'Class A supply', 3, 5, 5),
	('LTS-1', 'reach', 'Reach across borders', 2, 5, 6),
	('LTS-1', 'group', 'Group behind it', 3, 5, 7),
	('LTS-1', 'community', 'Effect on the community', 2, 5, 8)
on conflict (model, code) do update set label = excluded.label, weight = excluded.weight,
	scale_max = excluded.scale_max, position = excluded.position;
-- What each value of a factor means.
insert into ref.score_scale (model, factor, value, wording) values
	('LTS-1', 'children', 0, 'None known'),
	('LTS-1', 'children', 1, 'Child on the edge of the line, unconfirmed'),
	('LTS-1', 'children', 2, 'One child carrying or holding, once'),
	('LTS-1', 'children', 3, 'One child working for the line repeatedly'),
	('LTS-1', 'children', 4, 'Several children, or one missing from home for it'),
	('LTS-1', 'children', 5, 'Children under 14, or several with serious harm'),
	('LTS-1', 'vulnerable', 0, 'None known'),
	('LTS-1', 'vulnerable', 1, 'Vulnerable user at risk, unconfirmed'),
	('LTS-1', 'vulnerable', 2, 'One adult drawn in'),
	('LTS-1', 'vulnerable', 3, 'Several adults drawn in'),
	('LTS-1', 'vulnerable', 4, 'Adults held by debt or threat'),
	('LTS-1', 'vulnerable', 5, 'Serious harm or modern slavery of adults'),
	('LTS-1', 'cuckooing', 0, 'None known'),
	('LTS-1', 'cuckooing', 1, 'One address suspected'),
	('LTS-1', 'cuckooing', 2, 'One address confirmed'),
	('LTS-1', 'cuckooing', 3, 'Several addresses'),
	('LTS-1', 'cuckooing', 4, 'Several addresses with threats to occupants'),
	('LTS-1', 'cuckooing', 5, 'Addresses held by force, occupants driven out'),
	('LTS-1', 'weapons', 0, 'None known'),
	('LTS-1', 'weapons', 1, 'Threats without weapons'),
	('LTS-1', 'weapons', 2, 'Knives carried'),
	('LTS-1', 'weapons', 3, 'Knives used, or firearms spoken of'),
	('LTS-1', 'weapons', 4, 'Firearms seen or recovered'),
	('LTS-1', 'weapons', 5, 'Firearms discharged or a killing linked'),
	('LTS-1', 'class_a', 0, 'None known'),
	('LTS-1', 'class_a', 1, 'Class B or C only'),
	('LTS-1', 'class_a', 2, 'Class A suspected'),
	('LTS-1', 'class_a', 3, 'One Class A drug supplied'),
	('LTS-1', 'class_a', 4, 'Several Class A drugs supplied'),
	('LTS-1', 'class_a', 5, 'Several Class A drugs with bulk marketing'),
	('LTS-1', 'reach', 0, 'One neighbourhood'),
	('LTS-1', 'reach', 1, 'One force'),
	('LTS-1', 'reach', 2, 'Two forces'),
	('LTS-1', 'reach', 3, 'Three or more forces'),
	('LTS-1', 'reach', 4, 'Another region'),
	('LTS-1', 'reach', 5, 'Another nation of the United Kingdom, or national'),
	('LTS-1', 'group', 0, 'None known'),
	('LTS-1', 'group', 1, 'Loose associates'),
	('LTS-1', 'group', 2, 'Street gang suspected'),
	('LTS-1', 'group', 3, 'Street gang confirmed'),
	('LTS-1', 'group', 4, 'Organised crime group, mapped or being mapped'),
	('LTS-1', 'group', 5, 'Organised crime group in the highest band'),
	('LTS-1', 'community', 0, 'None known'),
	('LTS-1', 'community', 1, 'Complaints from one place'),
	('LTS-1', 'community', 2, 'Repeated complaints'),
	('LTS-1', 'community', 3, 'Open dealing'),
	('LTS-1', 'community', 4, 'Open dealing with disorder'),
	('LTS-1', 'community', 5, 'Residents or services withdraw')
on conflict (model, factor, value) do update set wording = excluded.wording;
-- The shipped settings.
insert into ref.setting default values on conflict (one) do nothing;
insert into ref.import_kind (kind, label, position)
values ('groups', 'group', 1),
       ('lines', 'line', 2),
       ('assessments', 'factor of an assessment', 3)
on conflict (kind) do update set label = excluded.label, position = excluded.position;
insert into ref.import_column (kind, name, position, required, fillable, shape, vocabulary, max_length)
values ('groups', 'group_ref', 1, true, true, 'reference', null, 32),
       ('groups', 'kind', 2, true, true, 'term', 'group_kind', 20),
       ('groups', 'name', 3, true, true, 'text', null, 120),
       ('groups', 'mapped', 4, false, true, 'flag', null, 3),
       ('groups', 'band', 5, false, false, 'term', 'group_band', 40),
       ('lines', 'line_ref', 1, true, true, 'reference', null, 32),
       ('lines', 'name', 2, true, true, 'text', null, 120),
       ('lines', 'aliases', 3, false, false, 'texts', null, 2000),
       ('lines', 'status', 4, true, true, 'term', 'status', 40),
       ('lines', 'export_force', 5, true, true, 'term', 'force', 60),
       ('lines', 'export_npu', 6, false, false, 'term', 'npu', 10),
       ('lines', 'imports', 7, false, false, 'terms', 'location', 4000),
       ('lines', 'drugs', 8, false, false, 'terms', 'drug', 1000),
       ('lines', 'bulk_marketing', 9, false, true, 'flag', null, 3),
       ('lines', 'first_seen', 10, true, true, 'date', null, 10),
       ('lines', 'last_seen', 11, true, true, 'date', null, 10),
       ('lines', 'lro', 12, false, false, 'term', 'lro', 63),
       ('lines', 'groups', 13, false, false, 'groups', null, 2000),
       ('lines', 'numbers', 14, false, false, 'phones', null, 4000),
       ('assessments', 'line_ref', 1, true, true, 'reference', null, 32),
       ('assessments', 'signed_on', 2, true, true, 'date', null, 10),
       ('assessments', 'model', 3, true, true, 'reference', null, 32),
       ('assessments', 'factor', 4, true, true, 'reference', null, 64),
       ('assessments', 'score', 5, true, true, 'number', null, 9),
       ('assessments', 'rationale', 6, true, true, 'block', null, 4000)
on conflict (kind, name) do update
   set position = excluded.position, required = excluded.required, fillable = excluded.fillable,
       shape = excluded.shape, vocabulary = excluded.vocabulary, max_length = excluded.max_length;
create function data.refuse(code text, message text, hint text) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	raise exception using errcode = refuse.code, message = refuse.message, hint = refuse.hint;
end
$$;
comment on function data.refuse(text, text, text) is 'Says no to a person: SQLSTATE of class GL, what and why, and the way out';
create function data.clock() returns timestamptz
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select at from ref.clock
$$;
comment on function data.clock() is 'Business time: the training clock where one runs, else now()';
-- Lower case is that of Unicode, whatever the locale of the database or the collation of the text.
-- Compatibility forms become plain and invisible characters go, so that what looks the same is found.
create function data.search_key(word text) returns text
language sql immutable strict
set search_path = pg_catalog, pg_temp
as $$
	select lower((regexp_replace(normalize(word, NFKC),
		'[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]',
		'', 'g')) collate "und-x-icu") collate "C"
$$;
comment on function data.search_key(text) is 'The form in which texts are searched';
create function data.line_lists(ids uuid[]) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select from data.line where line_id = any (ids) order by line_id for update;
	update data.line l
	set aliases = x.aliases, imports = x.imports, drugs = x.drugs, group_refs = x.group_refs
	from (
		select i.line_id,
			array(select alias collate "C" from data.line_alias a where a.line_id = i.line_id order by 1) as aliases,
			array(select distinct area from data.line_import m where m.line_id = i.line_id
				and c.today between m.valid_from and m.valid_to order by 1) as imports,
			array(select d.drug from data.line_drug d join ref.drug r on r.code = d.drug
				where d.line_id = i.line_id order by r.position) as drugs,
			array(select distinct g.group_ref from data.line_group lg join data.crime_group g using (group_id)
				where lg.line_id = i.line_id and c.today between lg.valid_from and lg.valid_to
				order by 1) as group_refs
		from unnest(ids) as i (line_id), ref.clock c
	) x
	where l.line_id = x.line_id
		and (l.aliases, l.imports, l.drugs, l.group_refs)
			is distinct from (x.aliases, x.imports, x.drugs, x.group_refs)
$$;
comment on function data.line_lists(uuid[]) is 'Bring the lists kept on lines up to their link tables';
create function data.line_counters(ids uuid[]) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select from data.line where line_id = any (ids) order by line_id for update;
	update data.line l
	set open_taskings = x.open, overdue_taskings = x.overdue, tasked_units = x.units
	from (
		select i.line_id, count(t.line_id) as open,
			count(*) filter (where t.due < c.today) as overdue,
			coalesce(array_agg(distinct t.unit order by t.unit) filter (where t.unit is not null), '{}') as units
		from unnest(ids) as i (line_id)
		cross join ref.clock c
		left join data.tasking t on t.line_id = i.line_id and t.is_open
		group by i.line_id
	) x
	where l.line_id = x.line_id
		and (l.open_taskings, l.overdue_taskings, l.tasked_units) is distinct from (x.open, x.overdue, x.units)
$$;
comment on function data.line_counters(uuid[]) is 'Bring the counters kept on lines up to their taskings';
create function data.line_scores(ids uuid[]) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select from data.line where line_id = any (ids) order by line_id for update;
	update data.line l
	set score = x.total, band = x.band, assessment_id = x.assessment_id
	from (
		select i.line_id, a.*
		from unnest(ids) as i (line_id)
		left join lateral (select total, band, assessment_id from data.assessment a
			where a.line_id = i.line_id and a.signed_on is not null
			order by signed_on desc limit 1) a on true
	) x
	where l.line_id = x.line_id and l.assessment_id is distinct from x.assessment_id
$$;
comment on function data.line_scores(uuid[]) is 'Bring the scores kept on lines up to their latest signed assessments';
create function data.band_of(score int) returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select code from ref.band where min_score <= band_of.score order by min_score desc limit 1
$$;
comment on function data.band_of(int) is 'Band a score falls in';
-- In key order, so that what is summed together lies together.
create function data.tally_rebuild() returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	truncate data.rank_tally, data.rank_score;
	insert into data.rank_tally
		select grid_part, sort_score, sort_seen, count(*) from data.line
		where is_open and score is not null group by 1, 2, 3 order by 1, 2, 3;
	insert into data.rank_score
		select grid_part, sort_score, sum(n) from data.rank_tally group by 1, 2 order by 1, 2
$$;
comment on function data.tally_rebuild() is 'Count the tallies anew, after a load that went past the triggers';
create function search.rebuild() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, search, pg_temp
as $$
begin
	drop index search.line_text;
	truncate search.line;
	insert into search.line select line_id, search_text from data.line;
	create index line_text on search.line using gin (text search.gin_trgm_ops);
end
$$;
comment on function search.rebuild() is 'Fill the search table anew, after a load that went past the triggers';
create function data.rank_at(force text, moment timestamptz)
returns table (line_id uuid, rank bigint)
language sql stable security definer rows 100000
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
as $$
	select v.line_id, row_number() over (order by v.sort_score, v.sort_seen, v.line_ref)
	from (
		select l.line_id, l.sort_score, l.sort_seen, l.line_ref, l.grid_part, l.is_open, l.score
		from data.line l where l.valid_from <= moment
		union all
		select h.line_id, h.sort_score, h.sort_seen, h.line_ref, h.grid_part, h.is_open, h.score
		from data.line_history h where h.during @> moment
	) v
	where v.is_open and v.score is not null and v.grid_part in (rank_at.force, '')
$$;
comment on function data.rank_at(text, timestamptz) is 'Ranks on a force''s grid as they stood then, counted';
create function data.rank_now(force text)
returns table (line_id uuid, rank bigint)
language sql stable security definer rows 100000
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
as $$
	select l.line_id, row_number() over (order by l.sort_score, l.sort_seen, l.line_ref)
	from data.line l
	where l.is_open and l.sort_score <= 0 and l.grid_part in (rank_now.force, '')
$$;
comment on function data.rank_now(text) is 'Ranks on a force''s grid now, counted';
-- A body without quotes is taken into the query that calls it, which a million calls would notice.
create function data.change_text(counted boolean, was bigint, rank bigint) returns text
language sql immutable
return case
	when not counted or rank is null or was = rank then ''
	when was is null then 'new'
	when was > rank then '+' || (was - rank)
	else '-' || (rank - was)
end;
comment on function data.change_text(boolean, bigint, bigint) is 'How a rank moved: +3 up, -1 down, new, or empty';
create function data.moved(force text)
returns table (line_id uuid, rank bigint, rank_then bigint, change text)
language sql stable security definer rows 100000
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
as $$
	select r.line_id, r.rank, w.rank, data.change_text(t.force is not null, w.rank, r.rank)
	from data.rank_now(moved.force) r
	left join data.week_turn t on t.force = moved.force
	left join data.week_rank w on w.force = moved.force and w.line_id = r.line_id
$$;
comment on function data.moved(text) is 'Ranks on a force''s grid now and at the week''s start, counted';
-- Scores before this one, days before this one in the same score, references before this one on the
-- same day: three short index ranges a line, whatever the size of the grid. In plpgsql, whose plan is
-- kept for the session, since planning costs as much as counting.
create function data.standing(force text, ids uuid[])
returns table (line_id uuid, rank bigint, change text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	with asked as materialized (
		select l.line_id, l.line_ref, l.sort_score, l.sort_seen,
			l.is_open and l.score is not null and l.grid_part in (standing.force, '') as ranked
		from data.line l where l.line_id = any (ids)
	), score as materialized (
		select a.sort_score, (
			select coalesce(sum(s.n), 0) from data.rank_score s
			where s.grid_part in (standing.force, '') and s.sort_score < a.sort_score
		) as before
		from (select distinct sort_score from asked where ranked) a
	), day as materialized (
		select a.sort_score, a.sort_seen, (
			select coalesce(sum(t.n), 0) from data.rank_tally t
			where t.grid_part in (standing.force, '') and t.sort_score = a.sort_score and t.sort_seen < a.sort_seen
		) as before
		from (select distinct sort_score, sort_seen from asked where ranked) a
	), counted as materialized (
		select a.line_id, s.before + d.before + 1 + (
			select count(*) from data.line l
			where l.is_open and l.sort_score = a.sort_score and l.sort_seen = a.sort_seen
				and l.line_ref < a.line_ref and l.grid_part in (standing.force, '')
		) as rank
		from asked a
		join score s using (sort_score)
		join day d using (sort_score, sort_seen)
		where a.ranked
	)
	select a.line_id, c.rank, data.change_text(t.force is not null, w.rank, c.rank)
	from asked a
	left join counted c using (line_id)
	left join data.week_turn t on t.force = standing.force
	left join data.week_rank w on w.force = standing.force and w.line_id = a.line_id;
end
$$;
comment on function data.standing(text, uuid[]) is 'Rank and movement of lines on a force''s grid';
create function data.seek_rank(force text, wanted bigint)
returns table (sort_score int, sort_seen int, line_ref text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with score as (
		select s.sort_score, sum(sum(s.n)) over (order by s.sort_score) - sum(s.n) as before, sum(s.n) as n
		from data.rank_score s where s.grid_part in (seek_rank.force, '')
		group by s.sort_score
	), day as (
		-- Lateral, so that the tally is read for that one score and not for all.
		select d.sort_score, d.sort_seen, c.before + d.before as before, d.n
		from (select * from score where before < wanted and wanted <= before + n) c
		cross join lateral (
			select t.sort_score, t.sort_seen, sum(sum(t.n)) over (order by t.sort_seen) - sum(t.n) as before,
				sum(t.n) as n
			from data.rank_tally t
			where t.sort_score = c.sort_score and t.grid_part in (seek_rank.force, '')
			group by t.sort_score, t.sort_seen
		) d
	)
	select d.sort_score, d.sort_seen, l.line_ref
	from (select * from day where before < wanted and wanted <= before + n) d
	cross join lateral (
		select l.line_ref from data.line l
		where l.is_open and l.sort_score = d.sort_score and l.sort_seen = d.sort_seen
			and l.grid_part in (seek_rank.force, '')
		order by l.line_ref offset wanted - d.before - 1 limit 1
	) l
$$;
comment on function data.seek_rank(text, bigint) is 'Where on a force''s grid a rank stands';
create function data.my_force() returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select s.force from data.staff s where s.login = session_user and s.active and s.valid_to > now()
$$;
comment on function data.my_force() is 'Whose grid the caller works on; null without a valid staff row';
-- Who comes first does it, under the row's lock; who comes second finds nothing due.
create function data.turn() returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	clock record;
	mine text := data.my_force();
	last date;
	done boolean := false;
begin
	if current_setting('transaction_read_only')::boolean then
		return false; -- a standby takes its turn from its primary
	end if;
	select * into clock from ref.clock;
	if exists (select from data.day_turn where day < clock.today) then
		select day into last from data.day_turn for update;
		if last < clock.today then
			perform data.line_counters(array(select distinct line_id from data.tasking
				where is_open and due >= last - 1 and due < clock.today));
			perform data.line_lists(array(
				select line_id from data.line_import where valid_from > last and valid_from <= clock.today
					or valid_to >= last - 1 and valid_to < clock.today
				union
				select line_id from data.line_group where valid_from > last and valid_from <= clock.today
					or valid_to >= last - 1 and valid_to < clock.today));
			update data.day_turn set day = clock.today;
			done := true;
		end if;
	end if;
	if mine is not null and not exists (select from data.week_turn
			where force = mine and week_start >= clock.week_start) then
		insert into data.week_turn values (mine, '-infinity') on conflict do nothing;
		perform from data.week_turn where force = mine and week_start < clock.week_start for update;
		if found then
			delete from data.week_rank where force = mine;
			insert into data.week_rank select mine, r.line_id, r.rank
				from data.rank_at(mine, clock.week_start) r;
			update data.week_turn set week_start = clock.week_start where force = mine;
			done := true;
		end if;
	end if;
	return done;
end
$$;
comment on function data.turn() is 'Bring lateness, expired links and the ranks of the week''s start up to the clock';
create function audit.link(previous bytea, e audit.entry) returns bytea
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select sha256(previous || convert_to(jsonb_build_array(e.entry_id,
		(extract(epoch from e.at) * 1000000)::bigint, e.operation, e.login, e.object_kind, e.object_id,
		e.justification, e.recipient, e.detail)::text, 'UTF8'))
$$;
comment on function audit.link(bytea, audit.entry) is 'The hash of an entry that follows a hash';
create function audit.write(operation text, object_kind text, object_id text,
	justification text default '', recipient text default '', detail jsonb default '{}')
returns bigint
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	head audit.head;
	e audit.entry;
begin
	select * into strict head from audit.head for update;
	e := (head.entry_id + 1, clock_timestamp(), operation, session_user, object_kind, object_id,
		justification, recipient, detail, null);
	e.hash := audit.link(head.hash, e);
	insert into audit.entry select e.*;
	update audit.head set entry_id = e.entry_id, hash = e.hash;
	return e.entry_id;
end
$$;
comment on function audit.write(text, text, text, text, text, jsonb) is 'Add an entry to the log, behind the last';
-- Each entry is held against the one before it, the last against the head: a change, a removal, an
-- insertion and a swap all break a link.
create function audit.verify()
returns table (entries bigint, head text, first_bad bigint, problem text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with chain as (
		select e.entry_id, e.entry_id <> row_number() over w as gap,
			e.hash is distinct from audit.link(lag(e.hash, 1, sha256('gridline')) over w, e) as broken
		from audit.entry e
		window w as (order by e.entry_id)
	), bad as (
		select entry_id, case when gap then 'an entry is missing before this one'
			else 'this entry or the one before it was changed' end as problem
		from chain where gap or broken order by entry_id limit 1
	), last as (
		select count(*) as n from chain
	), tail as (
		select h.entry_id + 1 as entry_id, 'the log does not end where its head says' as problem
		from audit.head h, last
		where h.entry_id <> last.n
			or h.hash <> coalesce((select hash from audit.entry order by entry_id desc limit 1), sha256('gridline'))
	)
	select last.n, encode(h.hash, 'hex'), x.entry_id, coalesce(x.problem, '')
	from last cross join audit.head h
	left join (select * from bad union all select * from tail where not exists (select from bad)) x on true
$$;
comment on function audit.verify() is 'Is the log whole: number of entries, hash of the head, first broken entry and what is wrong with it';
-- The read half of api.consult: only for a consultation that has committed and reached the disk, is the
-- caller's own and fresh. One error for every other case tells a guesser nothing.
create function data.dossier(token uuid) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	c audit.consultation;
	written pg_lsn := pg_current_wal_insert_lsn();
begin
	select a.* into c from audit.consultation a, ref.setting s
	where a.token = dossier.token and a.login = session_user
		and a.at > clock_timestamp() - make_interval(mins => s.consult_minutes)
		and data.my_force() is not null;
	if c.token is null or pg_xact_status(c.xid) is distinct from 'committed' then
		perform data.refuse('GL002', 'This consultation opens nothing.',
			'A token is its owner''s, for minutes, once its own transaction has committed: consult the record again.');
	end if;
	while pg_current_wal_flush_lsn() < written loop
		perform pg_sleep(0.01);
	end loop;
	return jsonb_build_object('kind', c.object_kind, 'id', c.object_id, 'entry', c.entry_id,
		'numbers', case when c.object_kind = 'line' then (
			select coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'kind', n.kind, 'state', n.state,
				'first_seen', n.first_seen, 'last_seen', n.last_seen) order by n.number), '[]')
			from data.line_number n where n.line_id = c.object_id) else '[]' end);
end
$$;
comment on function data.dossier(uuid) is 'The personal data a committed consultation opens';
create function data.consult(kind text, id uuid, justification text) returns uuid
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	insert into audit.consultation (entry_id, login, object_kind, object_id, at, xid)
	values (audit.write('consultation', kind, id::text, justification), session_user, kind, id,
		clock_timestamp(), pg_current_xact_id())
	returning token
$$;
comment on function data.consult(text, uuid, text) is 'Log a consultation and hand out its token';
create function data.line_numbers_add(ids uuid[], numbers text[]) returns int
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	with added as (
		insert into data.line_number (line_id, number)
		select distinct x.line_id, x.number
		from unnest(ids, numbers) as x (line_id, number)
		join data.line l using (line_id)
		join data.staff s on s.login = session_user and s.writes_force = l.holder_force and s.valid_to > now()
		on conflict (line_id, number) do nothing
		returning 1
	)
	select count(*)::int from added
$$;
comment on function data.line_numbers_add(uuid[], text[]) is 'Add numbers to lines the caller may change; how many were not known yet';
create function search.candidates(pattern text, bound int) returns setof uuid
language sql stable security definer
set search_path = pg_catalog, search, pg_temp
as $$
	select line_id from search.line where text like pattern limit bound
$$;
comment on function search.candidates(text, int) is 'At most so many lines whose text is like the pattern, seen by nobody but api.line_search';
create function data.tg_staff__sight() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	new.sees_force := case when new.active and new.role in ('analyst', 'supervisor', 'auditor') then new.force end;
	new.sees_units := case when new.active and new.role = 'lro' then array[new.unit] || new.more_units else '{}' end;
	new.sees_restricted := new.active and new.role = 'supervisor';
	new.writes_force := case when new.active and new.role in ('analyst', 'supervisor') then new.force end;
	return new;
end
$$;
comment on function data.tg_staff__sight() is 'What a role sees and writes, for the row policies';
create trigger tg_staff__sight before insert or update on data.staff
	for each row execute function data.tg_staff__sight();
create function data.tg_line__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	select s.is_open into new.is_open from ref.line_status s where s.code = new.status;
	if tg_op = 'INSERT' then
		new.valid_from := coalesce(new.valid_from, data.clock());
		new.created_at := coalesce(new.created_at, new.valid_from);
	elsif (new.line_ref, new.name, new.holder_force, new.shared, new.restricted, new.status, new.is_open, new.export_force,
			new.export_npu, new.lro, new.bulk_marketing, new.first_seen, new.last_seen, new.last_review,
			new.score, new.band, new.assessment_id, new.aliases, new.imports, new.drugs, new.group_refs)
		is distinct from (old.line_ref, old.name, old.holder_force, old.shared, old.restricted, old.status,
			old.is_open, old.export_force, old.export_npu, old.lro, old.bulk_marketing, old.first_seen, old.last_seen,
			old.last_review, old.score, old.band, old.assessment_id, old.aliases, old.imports, old.drugs,
			old.group_refs) then
		new.row_version := old.row_version + 1;
		new.changed_by := session_user;
		new.valid_from := greatest(data.clock(), old.valid_from);
	elsif (new.open_taskings, new.overdue_taskings, new.tasked_units, new.readers)
		is distinct from (old.open_taskings, old.overdue_taskings, old.tasked_units, old.readers) then
		new.valid_from := greatest(data.clock(), old.valid_from);
	else
		return null; -- nothing changed
	end if;
	new.aliases_text := array_to_string(new.aliases, ';');
	new.imports_text := array_to_string(new.imports, ';');
	new.drugs_text := array_to_string(new.drugs, ';');
	new.groups_text := array_to_string(new.group_refs, ';');
	new.search_text := data.search_key(concat_ws(E'\n', new.line_ref, new.name, array_to_string(new.aliases, E'\n')));
	return new;
end
$$;
comment on function data.tg_line__version() is 'Version, business time and the texts worked out from a line; a change of nothing is none';
create trigger tg_line__version before insert or update on data.line
	for each row execute function data.tg_line__version();
create function data.tg_line__history() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'UPDATE' then
		insert into data.line_history
			select tstzrange(o.valid_from, n.valid_from), o.* from gone o join come n using (line_id)
			where o.valid_from < n.valid_from;
	else
		insert into data.line_history
			select tstzrange(o.valid_from, greatest(o.valid_from, data.clock()), '[]'), o.* from gone o;
	end if;
	return null;
end
$$;
comment on function data.tg_line__history() is 'Keeps every version of a line that stood at the end of a transaction';
create trigger tg_line__history_update after update on data.line
	referencing old table as gone new table as come
	for each statement execute function data.tg_line__history();
create trigger tg_line__history_delete after delete on data.line
	referencing old table as gone
	for each statement execute function data.tg_line__history();
-- Rows are taken in key order, so that two writers wait for each other and never lock up.
create function data.tg_line__tally() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	changes data.rank_tally[];
begin
	if tg_op = 'INSERT' then
		select array_agg(row(grid_part, sort_score, sort_seen, n)::data.rank_tally) into changes from (
			select grid_part, sort_score, sort_seen, count(*) as n from come
			where is_open and score is not null group by 1, 2, 3) x;
	elsif tg_op = 'DELETE' then
		select array_agg(row(grid_part, sort_score, sort_seen, n)::data.rank_tally) into changes from (
			select grid_part, sort_score, sort_seen, -count(*) as n from gone
			where is_open and score is not null group by 1, 2, 3) x;
	else
		select array_agg(row(grid_part, sort_score, sort_seen, n)::data.rank_tally) into changes from (
			select grid_part, sort_score, sort_seen, sum(d) as n from (
				select grid_part, sort_score, sort_seen, 1 as d from come where is_open and score is not null
				union all
				select grid_part, sort_score, sort_seen, -1 from gone where is_open and score is not null
			) moved group by 1, 2, 3 having sum(d) <> 0) x;
	end if;
	if changes is not null then
		insert into data.rank_score
			select grid_part, sort_score, sum(n) from unnest(changes) group by 1, 2 order by 1, 2
			on conflict (grid_part, sort_score) do update set n = rank_score.n + excluded.n;
		insert into data.rank_tally
			select * from unnest(changes) order by 1, 2, 3
			on conflict (grid_part, sort_score, sort_seen) do update set n = rank_tally.n + excluded.n;
	end if;
	return null;
end
$$;
comment on function data.tg_line__tally() is 'Keeps the tallies that ranks are counted from';
create trigger tg_line__tally_insert after insert on data.line
	referencing new table as come for each statement execute function data.tg_line__tally();
create trigger tg_line__tally_update after update on data.line
	referencing old table as gone new table as come for each statement execute function data.tg_line__tally();
create trigger tg_line__tally_delete after delete on data.line
	referencing old table as gone for each statement execute function data.tg_line__tally();
create function search.tg_line__text() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, search, pg_temp
as $$
begin
	if tg_op = 'INSERT' then
		insert into search.line select line_id, search_text from come;
	elsif tg_op = 'UPDATE' then
		update search.line s set text = n.search_text from come n
		where s.line_id = n.line_id and s.text <> n.search_text;
	else
		delete from search.line s using gone o where s.line_id = o.line_id;
	end if;
	return null;
end
$$;
comment on function search.tg_line__text() is 'Keeps the search table up to the lines';
create trigger tg_line__text_insert after insert on data.line
	referencing new table as come for each statement execute function search.tg_line__text();
create trigger tg_line__text_update after update on data.line
	referencing new table as come for each statement execute function search.tg_line__text();
create trigger tg_line__text_delete after delete on data.line
	referencing old table as gone for each statement execute function search.tg_line__text();
-- One for all four link tables: what changed in any of them changes lists of the same lines.
create function data.tg_line_link__lists() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op <> 'DELETE' then
		perform data.line_lists(array(select distinct line_id from come));
	end if;
	if tg_op <> 'INSERT' then
		perform data.line_lists(array(select distinct line_id from gone));
	end if;
	return null;
end
$$;
comment on function data.tg_line_link__lists() is 'Keeps the lists on lines up to their link tables';
do $$
declare
	link text;
begin
	foreach link in array array['line_alias', 'line_import', 'line_drug', 'line_group'] loop
		execute format('create trigger tg_%1$s__lists_insert after insert on data.%1$I
			referencing new table as come for each statement execute function data.tg_line_link__lists()', link);
		execute format('create trigger tg_%1$s__lists_update after update on data.%1$I
			referencing old table as gone new table as come
			for each statement execute function data.tg_line_link__lists()', link);
		execute format('create trigger tg_%1$s__lists_delete after delete on data.%1$I
			referencing old table as gone for each statement execute function data.tg_line_link__lists()', link);
	end loop;
end
$$;
create function data.tg_line_reader__readers() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	update data.line l
	set readers = array(select r.login from data.line_reader r where r.line_id = l.line_id order by 1)
	where l.line_id in (new.line_id, old.line_id);
	return null;
end
$$;
comment on function data.tg_line_reader__readers() is 'Keeps the named readers on their line';
create trigger tg_line_reader__readers after insert or update or delete on data.line_reader
	for each row execute function data.tg_line_reader__readers();
create function data.tg_crime_group__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'INSERT' then
		new.valid_from := coalesce(new.valid_from, data.clock());
	elsif (new.group_ref, new.kind, new.name, new.mapped, new.band)
		is distinct from (old.group_ref, old.kind, old.name, old.mapped, old.band) then
		new.row_version := old.row_version + 1;
		new.changed_by := session_user;
		new.valid_from := greatest(data.clock(), old.valid_from);
	else
		return null; -- nothing changed
	end if;
	new.search_text := data.search_key(concat_ws(E'\n', new.group_ref, new.name));
	return new;
end
$$;
comment on function data.tg_crime_group__version() is 'Version, business time and search text of a group; a change of nothing is none';
create trigger tg_crime_group__version before insert or update on data.crime_group
	for each row execute function data.tg_crime_group__version();
create function data.tg_crime_group__lines() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.line_lists(array(select line_id from data.line_group where group_id = new.group_id));
	return null;
end
$$;
comment on function data.tg_crime_group__lines() is 'A group that gets a new reference shows it on its lines';
create trigger tg_crime_group__lines after update of group_ref on data.crime_group
	for each row when (old.group_ref <> new.group_ref) execute function data.tg_crime_group__lines();
create function data.tg_assessment__sign() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	missing text;
	validity daterange;
begin
	if tg_op <> 'INSERT' and old.signed_on is not null then
		perform data.refuse('GL002', format('The assessment signed on %s cannot be changed.', old.signed_on),
			'Sign a new assessment.');
	elsif tg_op = 'INSERT' and new.signed_on is not null then
		perform data.refuse('GL004', 'An assessment cannot be added signed.', 'Add it, add its factors, then sign it.');
	elsif tg_op = 'UPDATE' and new.signed_on is not null then
		select daterange(m.valid_from, m.valid_to, '[]') into validity from ref.score_model m where m.code = new.model;
		if not validity @> new.signed_on then
			perform data.refuse('GL004', format('The score model %s was not in force on %s.', new.model, new.signed_on),
				'Use the model that was.');
		end if;
		select string_agg(f.code, ', ' order by f.position) filter (where a.score is null),
			round(sum(f.weight * a.score) * 100.0 / sum(f.weight * f.scale_max))
		into missing, new.total
		from ref.score_factor f
		left join data.assessment_factor a on a.assessment_id = new.assessment_id and a.factor = f.code
		where f.model = new.model;
		if missing is not null then
			perform data.refuse('GL004', format('The assessment lacks a score for: %s.', missing),
				'Score every factor of the model, then sign.');
		end if;
		new.band := data.band_of(new.total);
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function data.tg_assessment__sign() is 'An assessment is signed whole and then stays as it is';
create trigger tg_assessment__sign before insert or update or delete on data.assessment
	for each row execute function data.tg_assessment__sign();
create function data.tg_assessment__score() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.line_scores(array(select distinct line_id from come where signed_on is not null));
	return null;
end
$$;
comment on function data.tg_assessment__score() is 'A signed assessment becomes the score of its line, unless a later one stands';
create trigger tg_assessment__score after update on data.assessment
	referencing new table as come for each statement execute function data.tg_assessment__score();
create function data.tg_assessment_factor__draft() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	top int;
begin
	if exists (select from data.assessment a
			where a.assessment_id in (new.assessment_id, old.assessment_id) and a.signed_on is not null) then
		perform data.refuse('GL002', 'A factor of a signed assessment cannot be changed.', 'Sign a new assessment.');
	end if;
	if tg_op <> 'DELETE' then
		select f.scale_max into top from ref.score_factor f where f.model = new.model and f.code = new.factor;
		if new.score not between 0 and top then
			perform data.refuse('GL004', format('Factor %s cannot score %s.', new.factor, new.score),
				format('Give it 0 to %s.', top));
		end if;
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function data.tg_assessment_factor__draft() is 'Factors change while their assessment is a draft, and stay on their scale';
create trigger tg_assessment_factor__draft before insert or update or delete on data.assessment_factor
	for each row execute function data.tg_assessment_factor__draft();
create function data.tg_tasking__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	select s.is_open into new.is_open from ref.tasking_state s where s.code = new.state;
	if tg_op = 'INSERT' then
		new.valid_from := coalesce(new.valid_from, data.clock());
		new.raised_on := coalesce(new.raised_on, new.valid_from::date);
	elsif new is distinct from old then
		new.row_version := old.row_version + 1;
		new.changed_by := session_user;
		new.valid_from := greatest(data.clock(), old.valid_from);
	else
		return null; -- nothing changed
	end if;
	return new;
end
$$;
comment on function data.tg_tasking__version() is 'Version and business time of a tasking; a change of nothing is none';
create trigger tg_tasking__version before insert or update on data.tasking
	for each row execute function data.tg_tasking__version();
create function data.tg_tasking__history() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'UPDATE' then
		insert into data.tasking_history
			select tstzrange(o.valid_from, n.valid_from), o.* from gone o join come n using (tasking_id)
			where o.valid_from < n.valid_from;
	else
		insert into data.tasking_history
			select tstzrange(o.valid_from, greatest(o.valid_from, data.clock()), '[]'), o.* from gone o;
	end if;
	return null;
end
$$;
comment on function data.tg_tasking__history() is 'Keeps every version of a tasking that stood at the end of a transaction';
create trigger tg_tasking__history_update after update on data.tasking
	referencing old table as gone new table as come
	for each statement execute function data.tg_tasking__history();
create trigger tg_tasking__history_delete after delete on data.tasking
	referencing old table as gone
	for each statement execute function data.tg_tasking__history();
create function data.tg_tasking__counters() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op <> 'DELETE' then
		perform data.line_counters(array(select distinct line_id from come));
	end if;
	if tg_op <> 'INSERT' then
		perform data.line_counters(array(select distinct line_id from gone));
	end if;
	return null;
end
$$;
comment on function data.tg_tasking__counters() is 'Keeps the counters on lines up to their taskings';
create trigger tg_tasking__counters_insert after insert on data.tasking
	referencing new table as come for each statement execute function data.tg_tasking__counters();
create trigger tg_tasking__counters_update after update on data.tasking
	referencing old table as gone new table as come
	for each statement execute function data.tg_tasking__counters();
create trigger tg_tasking__counters_delete after delete on data.tasking
	referencing old table as gone for each statement execute function data.tg_tasking__counters();
create function audit.tg_entry__append_only() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.refuse('GL002', 'The log can only be added to.', 'Add an entry that sets the other right.');
	return null;
end
$$;
comment on function audit.tg_entry__append_only() is 'Nobody changes or removes what was logged, the owner included';
create trigger tg_entry__append_only before update or delete or truncate on audit.entry
	for each statement execute function audit.tg_entry__append_only();
-- One entry a statement, with references up to a hundred: an import of thousands is one collection.
-- What the same transaction adds to a new line (lists, score) is part of its collection.
create function audit.tg_line__log() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	refs text[];
	n bigint;
	operation text := case tg_op when 'INSERT' then 'collection' when 'UPDATE' then 'alteration' else 'erasure' end;
begin
	if tg_op = 'INSERT' then
		select count(*), (array_agg(line_ref order by line_ref))[:100] into n, refs from come;
	elsif tg_op = 'UPDATE' then
		select count(*), (array_agg(c.line_ref order by c.line_ref))[:100] into n, refs
		from come c join gone g using (line_id)
		where c.row_version <> g.row_version and c.valid_from > g.valid_from;
	else
		select count(*), (array_agg(line_ref order by line_ref))[:100] into n, refs from gone;
	end if;
	if n > 0 then
		perform audit.write(operation, 'line', case when n = 1 then refs[1] else n || ' lines' end, '', '',
			jsonb_build_object('rows', n, 'refs', refs));
	end if;
	return null;
end
$$;
comment on function audit.tg_line__log() is 'Logs collection, alteration and erasure of lines';
create trigger tg_line__log_insert after insert on data.line
	referencing new table as come for each statement execute function audit.tg_line__log();
create trigger tg_line__log_update after update on data.line
	referencing old table as gone new table as come for each statement execute function audit.tg_line__log();
create trigger tg_line__log_delete after delete on data.line
	referencing old table as gone for each statement execute function audit.tg_line__log();
create function audit.tg_line_number__log() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	lines uuid[];
	n bigint;
	operation text := case tg_op when 'INSERT' then 'collection' when 'UPDATE' then 'alteration' else 'erasure' end;
begin
	if tg_op = 'DELETE' then
		select count(*), (array_agg(distinct line_id))[:100] into n, lines from gone;
	else
		select count(*), (array_agg(distinct line_id))[:100] into n, lines from come;
	end if;
	if n > 0 then
		perform audit.write(operation, 'number', n || ' numbers', '', '',
			jsonb_build_object('rows', n, 'lines', lines));
	end if;
	return null;
end
$$;
comment on function audit.tg_line_number__log() is 'Logs what happens to numbers, never the numbers';
create trigger tg_line_number__log_insert after insert on data.line_number
	referencing new table as come for each statement execute function audit.tg_line_number__log();
create trigger tg_line_number__log_update after update on data.line_number
	referencing new table as come for each statement execute function audit.tg_line_number__log();
create trigger tg_line_number__log_delete after delete on data.line_number
	referencing old table as gone for each statement execute function audit.tg_line_number__log();
create function api.search_key(word text) returns text
language sql immutable strict security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.search_key(word)
$$;
comment on function api.search_key(text) is 'The form in which texts are searched: compare it with search_text';
create function api.session()
returns table (login text, name text, role text, unit text, force text, training boolean, read_only boolean,
	clock timestamptz, today date, stale_days int, schema_version int)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select me.login, s.name, s.role, s.unit, s.force, x.training_base is not null,
		pg_is_in_recovery() or current_setting('transaction_read_only')::boolean,
		c.at, c.today, x.stale_days, (select max(v.version) from ref.schema_version v)
	from (select session_user::text as login) me
	left join data.staff s on s.login = me.login and s.active and s.valid_to > now()
	cross join ref.clock c
	cross join ref.setting x
	where case when s.login is null then data.refuse('GL001',
		format('The login %s has no valid entry in the staff table.', me.login),
		'Ask the database administrator to enter it, or log in as somebody else.') else true end
$$;
comment on function api.session() is 'Who the caller is, the clock, and what the client must know of the database';
create function api.standing(ids uuid[])
returns table (line_id uuid, rank bigint, change text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select s.line_id, s.rank, s.change
	from data.standing(data.my_force(), array(select l.line_id from data.line l where l.line_id = any (ids))) s
$$;
comment on function api.standing(uuid[]) is 'Rank and movement of lines the caller may see, on the grid of their force';
create function api.moved()
returns table (line_id uuid, rank bigint, rank_then bigint, moved bigint, change text)
language sql stable security definer rows 100000
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
as $$
	select m.line_id, m.rank, m.rank_then, m.rank_then - m.rank, m.change
	from data.moved(data.my_force()) m
	where m.line_id in (select l.line_id from data.line l)
$$;
comment on function api.moved() is 'What api.movement shows';
create function api.seek_rank(rank bigint)
returns table (sort_score int, sort_seen int, line_ref text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select l.sort_score, l.sort_seen, l.line_ref
	from data.seek_rank(data.my_force(), greatest(seek_rank.rank, 1)) r
	cross join lateral (
		select l.sort_score, l.sort_seen, l.line_ref from data.line l
		where l.is_open and (l.sort_score, l.sort_seen, l.line_ref) >= (r.sort_score, r.sort_seen, r.line_ref)
		order by l.sort_score, l.sort_seen, l.line_ref limit 1
	) l
$$;
comment on function api.seek_rank(bigint) is 'Key of the first visible line at or after a rank; no row past the last';
create function api.line_search(word text) returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	key text := data.search_key(word);
	bound int;
	ids uuid[];
begin
	if key is null or length(key) < 3 then
		return null;
	end if;
	select search_bound into bound from ref.setting;
	ids := array(select search.candidates('%' || replace(replace(replace(key, '\', '\\'), '%', '\%'), '_', '\_') || '%', bound));
	if cardinality(ids) >= bound then
		return null;
	end if;
	return array(select l.line_id from data.line l where l.line_id = any (ids));
end
$$;
comment on function api.line_search(text) is 'Visible lines that hold a word; null if it is too short or too common: walk then, with search_text like';
create function api.summary()
returns table (kind text, code text, label text, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with c as materialized (
		select * from ref.clock -- once, not a line
	), counted as (
		select l.band, count(*) as n, count(*) filter (where l.overdue_taskings > 0) as overdue,
			count(*) filter (where coalesce(greatest(l.last_seen, l.last_review) < c.stale_before, true)) as stale,
			count(*) filter (where l.created_at >= c.week_start) as new,
			sum(l.overdue_taskings) as late
		from data.line l cross join c
		where l.is_open
		group by l.band
	)
	select x.kind, x.code, x.label, x.n from (
		select 1 as part, b.position, 'band' as kind, b.code, b.label, coalesce(c.n, 0) as n
		from ref.band b left join counted c on c.band = b.code
		union all select 2, 0, 'unscored', '', 'No score', coalesce(sum(n), 0) from counted where band is null
		union all select 3, 0, 'open', '', 'Open lines', coalesce(sum(n), 0) from counted
		union all select 4, 0, 'overdue', '', 'Lines with late taskings', coalesce(sum(overdue), 0) from counted
		union all select 5, 0, 'stale', '', 'Stale lines', coalesce(sum(stale), 0) from counted
		union all select 6, 0, 'new', '', 'New this week', coalesce(sum(new), 0) from counted
		union all select 7, 0, 'late_taskings', '', 'Late taskings', coalesce(sum(late), 0) from counted
	) x
	order by x.part, x.position
$$;
comment on function api.summary() is 'Counts over the open lines the caller may see';
create function api.line_card(line_id uuid)
returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with l as (
		select * from data.line x where x.line_id = line_card.line_id
	), item as (
		select 10 as part, 1 as at, '' as section, 'Reference' as label, l.line_ref as text from l
		union all select 10, 2, '', 'Name', nullif(l.name, '') from l
		union all select 10, 3, '', 'Also', coalesce(nullif(array_to_string(l.aliases, ', '), ''), 'none') from l
		union all select 10, 4, '', 'Status', s.label from l join ref.line_status s on s.code = l.status
		union all select 10, 5, '', 'Restricted', 'named readers and supervisors only' from l where l.restricted
		union all select 20, 1, 'Threat', 'Score', coalesce(l.score || ' ' || b.label, 'none signed')
			from l left join ref.band b on b.code = l.band
		union all select 20, 2, 'Threat', 'Signed', to_char(a.signed_on, 'YYYY-MM-DD') || ' ' || a.signed_by || ', ' || a.model
			from l join data.assessment a using (assessment_id)
		union all select 20, 10 + f.position, 'Threat', f.label, v.score || ' of ' || f.scale_max || ': ' || v.rationale
			from l join data.assessment_factor v using (assessment_id)
			join ref.score_factor f on f.model = v.model and f.code = v.factor
		union all select 30, 1, 'Where', 'From', concat_ws(', ', u.label, l.export_force)
			from l left join ref.unit u on u.code = l.export_npu
		union all select 30, 2, 'Where', 'To', coalesce(nullif(array_to_string(l.imports, ', '), ''), 'not known') from l
		union all select 30, 3, 'Where', 'Sells', coalesce(nullif(array_to_string(l.drugs, ', '), ''), 'not known')
			|| case when l.bulk_marketing then ' (bulk messages)' else '' end from l
		union all select 35, 1, 'Seen', 'First', to_char(l.first_seen, 'YYYY-MM-DD') from l
		union all select 35, 2, 'Seen', 'Last', to_char(l.last_seen, 'YYYY-MM-DD') from l
		union all select 35, 3, 'Seen', 'Reviewed', coalesce(to_char(l.last_review, 'YYYY-MM-DD')
			|| ', ' || (c.today - l.last_review) || case when c.today - l.last_review = 1 then ' day ago' else ' days ago' end,
			'never') from l, ref.clock c
		union all select 40, 1, 'Who', 'LRO', coalesce(s.name || ' (' || l.lro || ')', 'none')
			from l left join data.staff s on s.login = l.lro
		union all select 40, 1 + row_number() over (order by g.group_ref)::int, 'Who', g.kind,
			g.group_ref || ' ' || g.name || case when g.mapped then ', mapped' else '' end || coalesce(', band ' || g.band, '')
			from l join data.line_group lg using (line_id) join data.crime_group g using (group_id), ref.clock c
			where c.today between lg.valid_from and lg.valid_to
		union all select 50, row_number() over (order by t.due nulls last, t.tasking_ref)::int, 'Taskings', t.tasking_ref,
			concat_ws(', ', t.unit, nullif(t.title, ''), st.label, 'due ' || to_char(t.due, 'YYYY-MM-DD'))
			|| case when t.due < c.today then ' LATE' else '' end
			from l join data.tasking t using (line_id) join ref.tasking_state st on st.code = t.state, ref.clock c
			where t.is_open
	)
	select i.section, i.label, i.text from item i where i.text is not null order by i.part, i.at
$$;
comment on function api.line_card(uuid) is 'What the preview shows of a line, in reading order; no personal data';
create function api.group_card(group_id uuid)
returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with g as (
		select * from data.crime_group x where x.group_id = group_card.group_id
	), item as (
		select 10 as part, 1 as at, '' as section, 'Reference' as label, g.group_ref as text from g
		union all select 10, 2, '', 'Name', g.name from g
		union all select 10, 3, '', 'Kind', k.label from g join ref.group_kind k on k.code = g.kind
		union all select 10, 4, '', 'Mapped', case when g.mapped then 'yes' else 'no' end from g
		union all select 10, 5, '', 'Band', b.label from g join ref.group_band b on b.code = g.band
		union all select 20, row_number() over (order by l.sort_score, l.sort_seen, l.line_ref)::int, 'Lines', l.line_ref,
			concat_ws(', ', nullif(l.name, ''), coalesce(l.score || ' ' || l.band, 'not scored'), l.status, lg.role,
				case when c.today > lg.valid_to then 'until ' || to_char(lg.valid_to, 'YYYY-MM-DD') end)
			from g join data.line_group lg using (group_id) join data.line l using (line_id), ref.clock c
	)
	select i.section, i.label, i.text from item i where i.text is not null order by i.part, i.at
$$;
comment on function api.group_card(uuid) is 'What the preview shows of a group, in reading order; no personal data';
create function api.day_turn() returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.turn()
$$;
comment on function api.day_turn() is 'Bring counters and the week''s ranks up to the clock; true if something was due';
create function api.grid_as_at(moment timestamptz)
returns table (line_id uuid, rank bigint, line_ref text, name text, score int, band text, change text, status text,
	export_force text, export_npu text, imports text, drugs text, bulk_marketing boolean, lro text, groups text,
	open_taskings int, overdue_taskings int, first_seen date, last_seen date, last_review date, is_open boolean)
language sql stable security definer rows 100000
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
as $$
	with v as (
		select l.line_id, l.line_ref, l.name, l.score, l.band, l.status, l.export_force, l.export_npu, l.imports_text,
			l.drugs_text, l.bulk_marketing, l.lro, l.groups_text, l.open_taskings, l.overdue_taskings, l.first_seen,
			l.last_seen, l.last_review, l.is_open, l.sort_score, l.sort_seen
		from data.line l where l.valid_from <= moment
		union all
		select h.line_id, h.line_ref, h.name, h.score, h.band, h.status, h.export_force, h.export_npu, h.imports_text,
			h.drugs_text, h.bulk_marketing, h.lro, h.groups_text, h.open_taskings, h.overdue_taskings, h.first_seen,
			h.last_seen, h.last_review, h.is_open, h.sort_score, h.sort_seen
		from data.line_history h where h.during @> moment
	)
	select v.line_id, r.rank, v.line_ref, v.name, v.score, v.band, data.change_text(true, w.rank, r.rank),
		v.status, v.export_force, v.export_npu, v.imports_text, v.drugs_text, v.bulk_marketing, v.lro, v.groups_text,
		v.open_taskings, v.overdue_taskings, v.first_seen, v.last_seen, v.last_review, v.is_open
	from v
	left join data.rank_at(data.my_force(), moment) r using (line_id)
	left join data.rank_at(data.my_force(), date_trunc('week', moment)) w using (line_id)
	order by v.sort_score, v.sort_seen, v.line_ref
$$;
comment on function api.grid_as_at(timestamptz) is 'The grid as it stood then, in ranked order, of the lines the caller may see now';
create function api.consult(kind text, id uuid, justification text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	found_one boolean;
begin
	case kind
		when 'line' then select exists (select from data.line l where l.line_id = id) into found_one;
		when 'group' then select exists (select from data.crime_group g where g.group_id = id) into found_one;
		else perform data.refuse('GL004', format('There are no records of kind %s.', kind), 'Consult a line or a group.');
	end case;
	if not found_one then
		perform data.refuse('GL005', format('There is no such %s, or it is not yours to see.', kind),
			'Look it up in the list again.');
	end if;
	if coalesce(btrim(justification), '') = '' and (select s.justification from ref.setting s) = 'required' then
		perform data.refuse('GL004', 'A consultation needs a justification.',
			'Say in a few words why you need to see this record.');
	end if;
	return data.consult(kind, id, coalesce(btrim(justification), ''));
end
$$;
comment on function api.consult(text, uuid, text) is 'First step to personal data: logs why, returns the token for api.dossier once committed';
-- Rights are today's: a line taken away since the consultation stays shut, under the row policies.
create function api.dossier(token uuid) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	record jsonb := data.dossier(token);
begin
	if not exists (select from data.line l where record ->> 'kind' = 'line' and l.line_id = (record ->> 'id')::uuid)
		and not exists (select from data.crime_group g
			where record ->> 'kind' = 'group' and g.group_id = (record ->> 'id')::uuid) then
		perform data.refuse('GL002', 'This consultation opens nothing any more.',
			'The record is no longer yours to see.');
	end if;
	return record;
end
$$;
comment on function api.dossier(uuid) is 'Second step to personal data: answers for a committed, fresh consultation of the caller''s own';
create function api.log_export(listing text, filter text, row_count bigint) returns bigint
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select audit.write('disclosure', 'export', listing, '', session_user,
		jsonb_build_object('filter', filter, 'rows', row_count))
	where case when data.my_force() is null then data.refuse('GL002', 'Only staff may export.',
		'Ask the database administrator for an entry in the staff table.') else true end
$$;
comment on function api.log_export(text, text, bigint) is 'Log that a listing was handed out';
create function api.audit_verify()
returns table (entries bigint, head text, first_bad bigint, problem text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select v.entries, v.head, v.first_bad, v.problem from audit.verify() v
	where case when exists (select from data.staff s where s.login = session_user and s.role = 'auditor'
			and s.active and s.valid_to > now()) then true
		else data.refuse('GL002', 'Only auditors may check the log.', 'Ask an auditor.') end
$$;
comment on function api.audit_verify() is 'Is the log whole; for auditors';
-- No filter of its own and no join: the policy is the wall, and the ranked order must reach the index.
-- The clock is read from its setting, since ref.clock would be one more relation to open on the way to
-- the first page. rank and change are counted a row; whoever wants many asks api.standing or api.movement.
create view api.grid as
	select l.line_id,
		(select s.rank from api.standing(array[l.line_id]) s) as rank,
		l.line_ref, l.name, l.score, l.band,
		(select s.change from api.standing(array[l.line_id]) s) as change,
		l.status, l.export_force, l.export_npu, l.imports_text as imports, l.drugs_text as drugs,
		l.bulk_marketing, l.lro, l.groups_text as groups, l.open_taskings, l.overdue_taskings,
		l.first_seen, l.last_seen, l.last_review,
		(select (now() + shift)::date from ref.setting) - l.last_review as days_since_review,
		l.sort_score, l.sort_seen, l.name_key, l.is_open,
		l.created_at >= (select date_trunc('week', now() + shift) from ref.setting) as is_new,
		coalesce(greatest(l.last_seen, l.last_review) < (select (now() + shift)::date - stale_days from ref.setting), true) as is_stale,
		coalesce(l.lro = session_user, false) as is_mine,
		l.restricted, l.shared, l.aliases_text, l.search_text,
		greatest(l.last_seen, l.last_review) as last_activity,
		l.row_version as version
	from data.line l;
comment on view api.grid is 'The lines the caller may see, with all a listing shows; order by sort_score, sort_seen, line_ref';
create view api.groups as
	select g.group_id, g.group_ref, g.kind, g.name, g.mapped, g.band,
		t.open_lines, t.top_score, t.lines,
		g.name_key, g.search_text, g.row_version as version
	from data.crime_group g
	cross join lateral (
		select count(*) filter (where l.is_open) as open_lines,
			max(l.score) filter (where l.is_open) as top_score,
			coalesce(string_agg(l.line_ref, ';' order by l.sort_score, l.sort_seen, l.line_ref)
				filter (where l.is_open), '') as lines
		from data.line l
		where l.line_id in (select lg.line_id from data.line_group lg, ref.clock c
			where lg.group_id = g.group_id and c.today between lg.valid_from and lg.valid_to)
	) t;
comment on view api.groups is 'Groups with those of their open lines the caller may see';
create view api.lines as
	select l.line_id, l.line_ref, l.name, l.aliases_text as aliases, l.status, l.export_force, l.export_npu,
		l.imports_text as imports, l.drugs_text as drugs, l.bulk_marketing, l.first_seen, l.last_seen,
		l.lro, l.groups_text as groups, ''::text as numbers, l.is_open
	from data.line l;
comment on view api.lines is 'Lines as gridline import takes them; numbers stay empty: handing them out is a disclosure';
create view api.terms as
	select v.vocabulary, v.code, v.label, v.position
	from ref.clock c
	cross join lateral (
		select 'status' as vocabulary, code, label, position from ref.line_status where c.today between valid_from and valid_to
		union all select 'band', code, label, position from ref.band
		union all select 'force', code, label, position from ref.force where c.today between valid_from and valid_to
		union all select 'npu', code, label, position from ref.unit
			where kind in ('npu', 'lpa') and c.today between valid_from and valid_to
		union all select 'drug', code, label, position from ref.drug where c.today between valid_from and valid_to
		union all select 'location', code, label, position from ref.area where c.today between valid_from and valid_to
		union all select 'unit', code, label, position from ref.unit where c.today between valid_from and valid_to
		union all select 'operation', code, label, position from ref.operation where c.today between valid_from and valid_to
		union all select 'lro', login, name, row_number() over (order by login)::int from data.staff
			where role = 'lro' and active
		union all select 'group_kind', code, label, position from ref.group_kind
		union all select 'group_band', code, label, position from ref.group_band
	) v;
comment on view api.terms is 'The words of the reference tables that are valid today, for filters, files and completion';
create view api.movement as
	select m.line_id, m.rank, m.rank_then, m.moved, m.change from api.moved() m;
comment on view api.movement is 'Rank, rank at the week''s start and difference of every ranked line the caller may see; counted over the whole grid';
create view api.audit_log as
	select entry_id, at, operation, login, object_kind, object_id, justification, recipient, detail,
		encode(hash, 'hex') as hash
	from audit.entry;
comment on view api.audit_log is 'The log, for auditors';
create view api.setting as
	select stale_days, justification, consult_minutes from ref.setting;
comment on view api.setting is 'Settings of the force that a client shows';
-- api.terms are the words of today. A file may speak of a line that was last seen before a unit
-- was dissolved, so it is held against these.
create view ref.term as
	select 'status' as vocabulary, code from ref.line_status
	union all select 'force', code from ref.force
	union all select 'npu', code from ref.unit where kind in ('npu', 'lpa')
	union all select 'drug', code from ref.drug
	union all select 'location', code from ref.area
	union all select 'lro', login from data.staff where role = 'lro'
	union all select 'group_kind', code from ref.group_kind
	union all select 'group_band', code from ref.group_band;
comment on view ref.term is 'The words that files may use, those of other days among them';
comment on column ref.term.vocabulary is 'Where the word belongs, as in api.terms';
comment on column ref.term.code is 'The word';
create view api.import_columns as
select c.kind, c.name, c.position, c.required, c.fillable, c.shape, c.vocabulary, c.max_length, k.label
  from ref.import_column c
  join ref.import_kind k on k.kind = c.kind;
comment on view api.import_columns is 'What can be imported and the columns of each kind';
comment on column api.import_columns.kind is 'The kind';
comment on column api.import_columns.name is 'Name in the header';
comment on column api.import_columns.position is 'Order within the kind';
comment on column api.import_columns.required is 'The header must have it';
comment on column api.import_columns.fillable is 'Its cells must not be empty';
comment on column api.import_columns.shape is 'What a cell looks like';
comment on column api.import_columns.vocabulary is 'Where its terms come from in api.terms';
comment on column api.import_columns.max_length is 'Characters a cell may have';
comment on column api.import_columns.label is 'What one row is to a person';
create view api.score_factors as
	select m.code as model, m.label as model_label, m.valid_from, m.valid_to, f.code as factor, f.label, f.weight,
	       f.scale_max, s.value, s.wording, f.position
	  from ref.score_model m
	  join ref.score_factor f on f.model = m.code
	  left join ref.score_scale s on s.model = f.model and s.factor = f.code;
comment on view api.score_factors is 'The score models, their factors and what each step of a scale says';
comment on column api.score_factors.model is 'Code of the model';
comment on column api.score_factors.model_label is 'Its name';
comment on column api.score_factors.valid_from is 'First day it is in force';
comment on column api.score_factors.valid_to is 'Last day';
comment on column api.score_factors.factor is 'Code of the factor';
comment on column api.score_factors.label is 'Its name';
comment on column api.score_factors.weight is 'What it counts';
comment on column api.score_factors.scale_max is 'The highest score it can have';
comment on column api.score_factors.value is 'A step of its scale';
comment on column api.score_factors.wording is 'What the step says';
comment on column api.score_factors.position is 'Order of the factors';
create function data.require_role(variadic roles text[]) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	mine text;
begin
	select s.role into mine
	  from data.staff s
	 where s.login = session_user and s.active and s.valid_to > now();
	if mine is null then
		perform data.refuse('GL001', format('The login %s has no place in Gridline.', session_user),
			'Ask the administrator for one.');
	elsif mine <> all (roles) then
		perform data.refuse('GL002', format('The role %s may not do this.', mine),
			format('Ask somebody who may: %s.', array_to_string(roles, ' or ')));
	end if;
end
$$;
comment on function data.require_role(text[]) is 'Raises GL002 unless the caller has one of the roles';
-- An ISO date as a day, null if there is none such: casting would take "tomorrow" and raise for
-- 30 February.
create function data.parse_day(value text) returns date
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
	if value !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then
		return null;
	end if;
	return make_date(substr(value, 1, 4)::integer, substr(value, 6, 2)::integer, substr(value, 9, 2)::integer);
exception when datetime_field_overflow then
	return null;
end
$$;
comment on function data.parse_day(text) is 'YYYY-MM-DD as a date; null if there is no such day';
-- One telephone number, one form: what people write in many ways must meet in the unique key.
create function data.parse_number(value text) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
	select case
		when bare ~ '^0[1-9][0-9]{8,9}$' then '+44' || substr(bare, 2)
		when bare ~ '^00[1-9][0-9]{7,13}$' then '+' || substr(bare, 3)
		when bare ~ '^\+44[1-9][0-9]{8,9}$' then bare
		when bare ~ '^\+[1-9][0-9]{7,14}$' and bare !~ '^\+44' then bare
		end
	  from (select regexp_replace(
			regexp_replace(value, '^(\+|00)44 *\(0\)', '+44'), '[ ().-]', '', 'g') as bare) as written
$$;
comment on function data.parse_number(text) is 'A telephone number in E.164 (07700 900123 is +447700900123); null if it is none';
-- The end of a sentence about an unknown term: the known ones that look like it, at most three; all
-- of them where they are few and none does.
create function data.nearest_terms(of_vocabulary text, value text) returns text
language sql stable
set search_path = search, pg_temp
as $$
	with known as (
		select code, position,
		       greatest(similarity(code, value), similarity(label, value)) as likeness
		  from api.terms
		 where vocabulary = of_vocabulary
	), near as (
		select code, likeness from known where likeness >= 0.25 order by likeness desc, position limit 3
	)
	select case
		when exists (select from near) then
			'; did you mean ' || (select string_agg('''' || code || '''', ' or ' order by likeness desc, code) from near) || '?'
		when (select count(*) from known) between 1 and 12 then
			'; known are ' || (select string_agg(code, ', ' order by position, code) from known)
		else ''
		end
$$;
comment on function data.nearest_terms(text, text) is 'What to say to someone who wrote an unknown term';
create function data.assessment_factors(p_assessment uuid) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select jsonb_object_agg(f.factor, jsonb_build_array(f.score, f.rationale))
	  from data.assessment_factor f
	 where f.assessment_id = p_assessment
$$;
comment on function data.assessment_factors(uuid) is 'Factor to score and rationale of one assessment';
-- Side by side with data.line_numbers_add: what an import would add, before it does.
create function data.line_numbers_new(ids uuid[], numbers text[]) returns setof uuid
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select distinct x.line_id
	  from unnest(ids, numbers) as x (line_id, number)
	  join data.line l using (line_id)
	  join data.staff s on s.login = session_user and s.writes_force = l.holder_force and s.valid_to > now()
	 where not exists (select from data.line_number n where n.line_id = x.line_id and n.number = x.number)
$$;
comment on function data.line_numbers_new(uuid[], text[]) is 'Those of the lines, which the caller may change, that lack a number';
-- A number that two lines have is either one line under two names or two forces on one number: it
-- is kept, and told. Of a line that the caller may not see only that there is one.
create function data.line_numbers_elsewhere(ids uuid[], numbers text[])
returns table (line_id uuid, number text, other_id uuid)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select x.line_id, x.number, n.line_id
	  from unnest(ids, numbers) as x (line_id, number)
	  join data.line_number n on n.number = x.number and n.line_id <> x.line_id
	 where n.state <> 'reassigned'
	   and exists (select from data.staff s
	                where s.login = session_user and s.writes_force is not null and s.valid_to > now())
$$;
comment on function data.line_numbers_elsewhere(uuid[], text[]) is 'Which other lines have these numbers, for who may add numbers to lines';
-- The items of a list cell, blanks around them taken off.
create function data.import_items(value text) returns setof text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
	select btrim(item) from string_to_table(value, ';') as item where btrim(item) <> ''
$$;
comment on function data.import_items(text) is 'The items of a cell that holds a list separated by semicolons';
create function data.import_quote(value text) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
	select '''' || case when length(value) > 40 then left(value, 40) || '…' else value end || ''''
$$;
comment on function data.import_quote(text) is 'A cell as an error quotes it: not more than its beginning';
-- Characters that hide, turn round or steer text have no place in it: control and format
-- characters, bidi marks, byte order marks, tags, line separators. A rationale may have lines.
create function data.import_bad_character(value text, block boolean) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
	select substring(case when block then translate(value, E'\n\r\t', '') else value end,
		'[\u0001-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F'
		'\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFF\U000E0000-\U000E0FFF]')
$$;
comment on function data.import_bad_character(text, boolean) is 'The first character of a text that may not stand in it; null if there is none';
-- One pass over all cells. The whole row as text says first whether a row needs looking at: most
-- need not.
create function data.import_cell_characters(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, cell.key,
	       'holds the character U+' || upper(lpad(to_hex(ascii(bad.character)), case when ascii(bad.character) > 65535 then 5 else 4 end, '0'))
	           || ', which may not stand in text'
	  from data.import_row r
	  join data.import i on i.import_id = r.import_id
	 cross join lateral jsonb_each_text(r.cells) as cell
	  join ref.import_column c on c.kind = i.kind and c.name = cell.key
	 cross join lateral (select data.import_bad_character(cell.value, c.shape = 'block')) as bad(character)
	 where r.import_id = p_import
	   and (r.cells::text ~ '\\[bfnrtu]' or data.import_bad_character(r.cells::text, false) is not null)
	   and bad.character is not null
$$;
comment on function data.import_cell_characters(uuid) is 'Notes cells of an import that hold characters nobody sees';
-- What must be one of a few words is told so, however long it is.
create function data.import_cell_filled(p_import uuid, p_column ref.import_column) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, (p_column).name,
	       case when value = '' then 'is empty'
	            else format('has %s characters, at most %s are allowed', length(value), (p_column).max_length) end
	  from (select line, cells ->> (p_column).name as value
	          from data.import_row where import_id = p_import) as cell
	 where value = '' and (p_column).fillable
	    or length(value) > (p_column).max_length
	       and (p_column).shape in ('reference', 'text', 'block', 'texts', 'groups', 'phones')
$$;
comment on function data.import_cell_filled(uuid, ref.import_column) is 'Notes cells that are empty but must not be, or too long';
create function data.import_cell_pattern(p_import uuid, p_column ref.import_column, p_pattern text, p_reason text)
returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, (p_column).name, format(p_reason, data.import_quote(cells ->> (p_column).name))
	  from data.import_row
	 where import_id = p_import
	   and cells ->> (p_column).name <> ''
	   and (length(cells ->> (p_column).name) <= (p_column).max_length or (p_column).shape <> 'reference')
	   and cells ->> (p_column).name !~* p_pattern
$$;
comment on function data.import_cell_pattern(uuid, ref.import_column, text, text) is 'Notes cells that do not look as they must';
-- Each day that occurs is looked at once, however many rows bear it.
create function data.import_cell_date(p_import uuid, p_column ref.import_column) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with today as materialized (
		select data.clock()::date as day
	), used as materialized (
		select distinct cells ->> (p_column).name as value
		  from data.import_row where import_id = p_import
	), wrong as materialized (
		select value,
		       case when data.parse_day(value) is null
		            then format('%s is not a day; days are written like %s', data.import_quote(value), today.day)
		            else format('%s lies in the future: today is %s', value, today.day) end as reason
		  from used, today
		 where value <> ''
		   and (data.parse_day(value) is null or data.parse_day(value) > today.day)
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, (p_column).name, wrong.reason
	  from data.import_row r
	  join wrong on wrong.value = r.cells ->> (p_column).name
	 where r.import_id = p_import
$$;
comment on function data.import_cell_date(uuid, ref.import_column) is 'Notes cells that are no day, or a day to come';
-- Terms of a vocabulary, one or several in a cell. Each that occurs is looked up once.
create function data.import_cell_term(p_import uuid, p_column ref.import_column) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with used as materialized (
		select r.line, item
		  from data.import_row r
		 cross join lateral data.import_items(
			case when (p_column).shape = 'terms' then r.cells ->> (p_column).name
			     else replace(r.cells ->> (p_column).name, ';', ',') end) as item
		 where r.import_id = p_import and r.cells ->> (p_column).name <> ''
	), wrong as materialized (
		select item, format('%s is not known', data.import_quote(item)) || data.nearest_terms((p_column).vocabulary, item) as reason
		  from (select distinct item from used) as occurring
		 where not exists (select from ref.term t
		                    where t.vocabulary = (p_column).vocabulary and lower(t.code) = lower(item))
	)
	insert into data.import_error (import_id, line, cell, reason)
	select distinct p_import, used.line, (p_column).name, wrong.reason
	  from used join wrong using (item)
$$;
comment on function data.import_cell_term(uuid, ref.import_column) is 'Notes cells with terms that are not known, with the nearest that are';
create function data.import_cell_phones(p_import uuid, p_column ref.import_column) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, (p_column).name,
	       format('%s is not a telephone number; write it like 07700 900123 or +447700900123',
	              data.import_quote(item))
	  from data.import_row r
	 cross join lateral data.import_items(r.cells ->> (p_column).name) as item
	 where r.import_id = p_import
	   and data.parse_number(item) is null
$$;
comment on function data.import_cell_phones(uuid, ref.import_column) is 'Notes cells with what is no telephone number';
create function data.import_cell_groups(p_import uuid, p_column ref.import_column) returns void
language sql volatile
set search_path = search, pg_temp
as $$
	with used as materialized (
		select r.line, item
		  from data.import_row r
		 cross join lateral data.import_items(r.cells ->> (p_column).name) as item
		 where r.import_id = p_import
	), wrong as materialized (
		select item,
		       format('there is no group %s', data.import_quote(item))
		           || coalesce('; did you mean ' || (
				select string_agg('''' || group_ref || '''', ' or ')
				  from (select group_ref from data.crime_group
				         where similarity(group_ref, item) >= 0.25
				         order by similarity(group_ref, item) desc, group_ref limit 3) as near) || '?',
				'; import groups first') as reason
		  from (select distinct item from used) as occurring
		 where not exists (select from data.crime_group g where g.group_ref = item)
	)
	insert into data.import_error (import_id, line, cell, reason)
	select distinct p_import, used.line, (p_column).name, wrong.reason
	  from used join wrong using (item)
$$;
comment on function data.import_cell_groups(uuid, ref.import_column) is 'Notes cells with references of groups that are not there';
-- What one cell alone can tell, driven by ref.import_column.
create function data.import_check_cells(p_import uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c ref.import_column;
begin
	perform data.import_cell_characters(p_import);
	for c in
		select col.*
		  from ref.import_column col
		  join data.import i on i.kind = col.kind
		 where i.import_id = p_import
		   and exists (select from data.import_row r where r.import_id = p_import and r.cells ? col.name)
		 order by col.position
	loop
		perform data.import_cell_filled(p_import, c);
		case c.shape
		when 'reference' then
			perform data.import_cell_pattern(p_import, c, '^[a-z0-9][a-z0-9._/-]*$',
				'%s is not a reference: letters, digits and . _ / - only');
		when 'flag' then
			perform data.import_cell_pattern(p_import, c, '^(yes|no)$', '%s is neither yes nor no');
		when 'number' then
			perform data.import_cell_pattern(p_import, c, '^[0-9]{1,9}$', '%s is not a whole number of at most nine digits');
		when 'date' then
			perform data.import_cell_date(p_import, c);
		when 'term', 'terms' then
			perform data.import_cell_term(p_import, c);
		when 'groups' then
			perform data.import_cell_groups(p_import, c);
		when 'phones' then
			perform data.import_cell_phones(p_import, c);
		when 'text', 'texts', 'block' then
			null;
		end case;
	end loop;
end
$$;
comment on function data.import_check_cells(uuid) is 'Notes what is wrong with single cells of an import';
create function data.import_check_unique(p_import uuid, p_keys text[]) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with keyed as (
		select line,
		       (select array_agg(cells ->> k order by n) from unnest(p_keys) with ordinality as key(k, n)) as key
		  from data.import_row
		 where import_id = p_import and cells is not null
	), numbered as (
		select line, key, first_value(line) over (partition by key order by line) as first_line
		  from keyed
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, p_keys[array_length(p_keys, 1)],
	       format('%s stands in line %s already', array_to_string(key, ', '), first_line)
	  from numbered
	 where line <> first_line and not ('' = any (key))
$$;
comment on function data.import_check_unique(uuid, text[]) is 'Notes rows whose key stands in the file twice, with both lines';
create function data.import_check_groups(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_unique(p_import, array['group_ref'])
$$;
comment on function data.import_check_groups(uuid) is 'Notes what is wrong with rows of groups';
create function data.import_is_good(p_import uuid) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select not exists (select from data.import_error e where e.import_id = p_import and not e.warning)
	   and not exists (select from data.import_row r where r.import_id = p_import and r.cells is null)
$$;
comment on function data.import_is_good(uuid) is 'Is nothing known to be wrong with an import, and every row of it read?';
-- What only several cells, or the line that is there, can tell. A closed status is taken as it is:
-- lines that were closed before this system have no outcome recorded in it.
create function data.import_check_line_cells(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, 'last_seen',
	       format('%s lies before first_seen, %s', cells ->> 'last_seen', cells ->> 'first_seen')
	  from data.import_row
	 where import_id = p_import
	   and cells ->> 'last_seen' < cells ->> 'first_seen'
	   and data.parse_day(cells ->> 'last_seen') is not null
	   and data.parse_day(cells ->> 'first_seen') is not null;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'export_npu',
	       format('%s is a unit of %s, not of %s', u.code, u.force, f.code)
	  from data.import_row r
	  join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	  join ref.force f on lower(f.code) = lower(r.cells ->> 'export_force')
	 where r.import_id = p_import
	   and u.force <> f.code;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'export_npu',
	       format('%s ended on %s, before the line was first seen', u.code, u.valid_to)
	  from data.import_row r
	  join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	 where r.import_id = p_import
	   and r.cells ->> 'first_seen' ~ '^[0-9]{4}-' and u.valid_to::text < r.cells ->> 'first_seen';

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'export_npu',
	       format('%s began on %s, after the line was last seen', u.code, u.valid_from)
	  from data.import_row r
	  join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	 where r.import_id = p_import
	   and u.valid_from > '-infinity' and u.valid_from::text > r.cells ->> 'last_seen';
$$;
comment on function data.import_check_line_cells(uuid) is 'Notes what is wrong with rows of lines';
-- The assessments of an import, put together from their rows. `factors` is what is compared with
-- one that is there: factor to score and rationale.
create function data.import_assessments(p_import uuid)
returns table (line integer, line_ref text, line_id uuid, signed_on date, model text, factors jsonb)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select min(r.line), l.line_ref, l.line_id, (r.cells ->> 'signed_on')::date, m.code,
	       jsonb_object_agg(f.code, jsonb_build_array((r.cells ->> 'score')::integer, r.cells ->> 'rationale'))
	  from data.import_row r
	  join data.line l on l.line_ref = r.cells ->> 'line_ref'
	  join ref.score_model m on lower(m.code) = lower(r.cells ->> 'model')
	  join ref.score_factor f on f.model = m.code and lower(f.code) = lower(r.cells ->> 'factor')
	 where r.import_id = p_import
	 group by l.line_ref, l.line_id, r.cells ->> 'signed_on', m.code
$$;
comment on function data.import_assessments(uuid) is 'The assessments that the rows of an import make; call it on rows known to be good';
-- One sentence for a line that is not there and for one the caller may not see.
create function data.import_check_assessed(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'line_ref',
	       case when l.line_id is null
	            then format('you can see no line %s; if it should be there, ask a supervisor', r.cells ->> 'line_ref')
	            else format('%s is held by %s, who alone may score it', l.line_ref, l.holder_force) end
	  from data.import_row r
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 where r.import_id = p_import
	   and r.cells ->> 'line_ref' <> ''
	   and (l.line_id is null or l.holder_force <> data.my_force());

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'signed_on',
	       format('%s lies before the line was first seen, %s', r.cells ->> 'signed_on', l.first_seen)
	  from data.import_row r
	  join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 where r.import_id = p_import
	   and data.parse_day(r.cells ->> 'signed_on') < l.first_seen;
$$;
comment on function data.import_check_assessed(uuid) is 'Notes rows of assessments whose line or day cannot be';
create function data.import_check_scores(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'model',
	       format('there is no score model %s; known are ', data.import_quote(r.cells ->> 'model'))
	           || (select string_agg(m.code, ', ' order by m.code) from ref.score_model m)
	  from data.import_row r
	 where r.import_id = p_import
	   and r.cells ->> 'model' <> ''
	   and not exists (select from ref.score_model m where lower(m.code) = lower(r.cells ->> 'model'));

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'model', format('%s was not in force on %s', m.code, r.cells ->> 'signed_on')
	  from data.import_row r
	  join ref.score_model m on lower(m.code) = lower(r.cells ->> 'model')
	 where r.import_id = p_import
	   and not data.parse_day(r.cells ->> 'signed_on') between m.valid_from and m.valid_to;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'factor',
	       format('%s has no factor %s; it has ', m.code, data.import_quote(r.cells ->> 'factor'))
	           || (select string_agg(f.code, ', ' order by f.position) from ref.score_factor f where f.model = m.code)
	  from data.import_row r
	  join ref.score_model m on lower(m.code) = lower(r.cells ->> 'model')
	 where r.import_id = p_import
	   and r.cells ->> 'factor' <> ''
	   and not exists (select from ref.score_factor f
	                    where f.model = m.code and lower(f.code) = lower(r.cells ->> 'factor'));

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'score',
	       format('%s is more than the scale of %s, which ends at %s', r.cells ->> 'score', f.code, f.scale_max)
	  from data.import_row r
	  join ref.score_model m on lower(m.code) = lower(r.cells ->> 'model')
	  join ref.score_factor f on f.model = m.code and lower(f.code) = lower(r.cells ->> 'factor')
	 where r.import_id = p_import
	   and r.cells ->> 'score' ~ '^[0-9]{1,9}$'
	   and (r.cells ->> 'score')::integer > f.scale_max;
$$;
comment on function data.import_check_scores(uuid) is 'Notes rows of assessments whose model, factor or score is not of the scale';
create function data.import_check_whole(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, a.line, 'factor',
	       format('the assessment of %s on %s lacks ', a.line_ref, a.signed_on)
	           || string_agg(f.code, ', ' order by f.position)
	  from data.import_assessments(p_import) a
	  join ref.score_factor f on f.model = a.model and not a.factors ? f.code
	 group by a.line, a.line_ref, a.signed_on;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, max(a.line), 'model', format('%s is assessed by two models on %s', a.line_ref, a.signed_on)
	  from data.import_assessments(p_import) a
	 group by a.line_ref, a.signed_on
	having count(*) > 1;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, a.line, 'signed_on',
	       format('%s has another assessment signed on %s, and what is signed is not changed', a.line_ref, a.signed_on)
	  from data.import_assessments(p_import) a
	  join data.assessment d on d.line_id = a.line_id and d.signed_on = a.signed_on
	 where d.model <> a.model
	    or a.factors <> data.assessment_factors(d.assessment_id);
$$;
comment on function data.import_check_whole(uuid) is 'Notes assessments that are not whole, or other than the one that is signed';
-- Rows of one line, day and model are one assessment: every factor of the model once, each within
-- its scale. What is signed already stays as it is, so a different one for the same day is refused.
create function data.import_check_assessments(p_import uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_unique(p_import, array['line_ref', 'signed_on', 'model', 'factor']);
	perform data.import_check_assessed(p_import);
	perform data.import_check_scores(p_import);
	if data.import_is_good(p_import) then
		perform data.import_check_whole(p_import);
	end if;
end
$$;
comment on function data.import_check_assessments(uuid) is 'Notes what is wrong with rows of assessments';
-- Everything that can be known before anything is written.
create function data.import_check(p_import uuid, p_kind text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_cells(p_import);
	execute format('select data.import_check_%s($1)', p_kind) using p_import;
end
$$;
comment on function data.import_check(uuid, text) is 'Notes all that is wrong with an import';
-- Some refusals show only while writing (a reference that exists where the caller cannot see it).
-- They leave the writing by an exception, which undoes it, and are noted where it is caught.
create function data.import_refuse(refusals jsonb) returns void
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
begin
	raise exception using errcode = 'GLIMP', message = 'rows of the import are refused', detail = refusals::text;
end
$$;
comment on function data.import_refuse(jsonb) is 'Undo the writing and note [{"line", "cell", "reason"}, ...]';
create function data.import_apply_groups(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	with file as (
		select r.cells ->> 'group_ref' as group_ref, k.code as kind, r.cells ->> 'name' as name,
		       lower(r.cells ->> 'mapped') = 'yes' as mapped, b.code as band, r.cells ? 'band' as has_band
		  from data.import_row r
		  join ref.group_kind k on lower(k.code) = lower(r.cells ->> 'kind')
		  left join ref.group_band b on lower(b.code) = lower(r.cells ->> 'band')
		 where r.import_id = p_import
	), altered as (
		update data.crime_group g
		   set kind = f.kind, name = f.name, mapped = coalesce(f.mapped, g.mapped),
		       band = case when f.has_band then f.band else g.band end
		  from file f
		 where f.group_ref = g.group_ref
		   and (g.kind, g.name, g.mapped, g.band) is distinct from
		       (f.kind, f.name, coalesce(f.mapped, g.mapped), case when f.has_band then f.band else g.band end)
		returning g.group_ref
	), made as (
		insert into data.crime_group (group_ref, kind, name, mapped, band)
		select f.group_ref, f.kind, f.name, coalesce(f.mapped, false), f.band
		  from file f
		 where not exists (select from data.crime_group g where g.group_ref = f.group_ref)
		returning group_ref
	)
	select (select count(*) from made), (select count(*) from altered),
	       (select count(*) from file) - (select count(*) from made) - (select count(*) from altered)
	  into added, changed, same;
end
$$;
comment on function data.import_apply_groups(uuid) is 'Write the groups of a checked import';
-- From text to types, all rows at once, each list in the order lines keep it in. Nothing is known of
-- how many rows there are, so the planner is kept from going through them row by row.
create function data.import_stage_lines(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
set enable_nestloop = off
as $$
	with file as materialized (
		select line, cells from data.import_row where import_id = p_import
	), aliases as (
		select line, array_agg(distinct btrim(item) collate "C" order by btrim(item) collate "C") as items
		  from file cross join lateral string_to_table(cells ->> 'aliases', ';') as item
		 where btrim(item) <> ''
		 group by line
	), imports as (
		select line, array_agg(distinct a.code order by a.code) as items
		  from file cross join lateral string_to_table(cells ->> 'imports', ';') as item
		  join ref.area a on lower(a.code) = lower(btrim(item))
		 group by line
	), drugs as (
		select line, array_agg(code order by position) as items
		  from (select distinct line, d.code, d.position
		          from file cross join lateral string_to_table(cells ->> 'drugs', ';') as item
		          join ref.drug d on lower(d.code) = lower(btrim(item))) as used
		 group by line
	), groups as (
		select line, array_agg(distinct btrim(item) collate "C" order by btrim(item) collate "C") as items
		  from file cross join lateral string_to_table(cells ->> 'groups', ';') as item
		 where btrim(item) <> ''
		 group by line
	), numbers as (
		select line, array_agg(distinct data.parse_number(item)) as items
		  from file cross join lateral string_to_table(cells ->> 'numbers', ';') as item
		 where btrim(item) <> ''
		 group by line
	)
	insert into data.import_line (import_id, line, line_ref, line_id, name, status, export_force, export_npu,
	                              lro, bulk_marketing, first_seen, last_seen, aliases, imports, drugs,
	                              group_refs, numbers, verdict)
	select p_import, r.line, r.cells ->> 'line_ref', coalesce(l.line_id, gen_random_uuid()), r.cells ->> 'name',
	       s.code, f.code,
	       case when r.cells ? 'export_npu' then coalesce(u.code, '') end,
	       case when r.cells ? 'lro' then coalesce(o.login, '') end,
	       lower(r.cells ->> 'bulk_marketing') = 'yes',
	       (r.cells ->> 'first_seen')::date, (r.cells ->> 'last_seen')::date,
	       case when r.cells ? 'aliases' then coalesce(aliases.items, '{}') end,
	       case when r.cells ? 'imports' then coalesce(imports.items, '{}') end,
	       case when r.cells ? 'drugs' then coalesce(drugs.items, '{}') end,
	       case when r.cells ? 'groups' then coalesce(groups.items, '{}') end,
	       numbers.items,
	       case when l.line_id is null then 'new' else 'same' end
	  from file r
	  join ref.line_status s on lower(s.code) = lower(r.cells ->> 'status')
	  join ref.force f on lower(f.code) = lower(r.cells ->> 'export_force')
	  left join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	  left join data.staff o on lower(o.login) = lower(r.cells ->> 'lro')
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref'
	  left join aliases using (line)
	  left join imports using (line)
	  left join drugs using (line)
	  left join groups using (line)
	  left join numbers using (line)
$$;
comment on function data.import_stage_lines(uuid) is 'Fill data.import_line from the rows of a checked import';
-- Which of the lines that are there would change. A line that another force holds may stand in a
-- file, since an export has those it shares; it may not change.
create function data.import_judge_lines(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
set enable_nestloop = off
as $$
	update data.import_line i
	   set verdict = 'changed'
	  from data.line l
	 where i.import_id = p_import
	   and i.verdict = 'same'
	   and l.line_id = i.line_id
	   and ((l.name, l.status, l.export_force, coalesce(l.export_npu, ''), coalesce(l.lro, ''), l.bulk_marketing,
	         l.first_seen, l.last_seen, l.aliases, l.imports, l.drugs, l.group_refs) is distinct from
	        (i.name, i.status, i.export_force, coalesce(i.export_npu, l.export_npu, ''), coalesce(i.lro, l.lro, ''),
	         coalesce(i.bulk_marketing, l.bulk_marketing), i.first_seen, i.last_seen,
	         coalesce(i.aliases, l.aliases), coalesce(i.imports, l.imports), coalesce(i.drugs, l.drugs),
	         coalesce(i.group_refs, l.group_refs)));

	update data.import_line i
	   set verdict = 'changed'
	 where i.import_id = p_import
	   and i.verdict = 'same'
	   and i.line_id in (select data.line_numbers_new(array_agg(n.line_id), array_agg(number))
	                       from data.import_line n, unnest(n.numbers) as number
	                      where n.import_id = p_import);

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, i.line, 'line_ref',
	       format('%s is held by %s, who alone may change it', l.line_ref, l.holder_force)
	  from data.import_line i
	  join data.line l on l.line_id = i.line_id
	 where i.import_id = p_import
	   and l.holder_force <> data.my_force()
	   and (i.verdict = 'changed' or i.numbers is not null);
$$;
comment on function data.import_judge_lines(uuid) is 'Mark the staged lines of an import that would change what is there, and note those that may not';
-- What is kept all the same, but wants a look: one number on two lines, in the file or already.
create function data.import_warn_lines(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
set enable_nestloop = off
as $$
	with named as materialized (
		select i.line, i.line_ref, i.line_id, number
		  from data.import_line i cross join lateral unnest(i.numbers) as number
		 where i.import_id = p_import
	), twice as (
		select n.line, n.number, format('line %s of the file has', min(o.line)) as holder
		  from named n join named o on o.number = n.number and o.line_id <> n.line_id and o.line < n.line
		 group by n.line, n.number
		union
		select n.line, n.number, coalesce(l.line_ref || ' has', 'a line that you may not see has')
		  from (select array_agg(line_id) as ids, array_agg(number) as numbers from named) as a
		 cross join lateral data.line_numbers_elsewhere(a.ids, a.numbers) as e
		  join named n on n.line_id = e.line_id and n.number = e.number
		  left join data.line l on l.line_id = e.other_id
		 where not exists (select from named f where f.number = e.number and f.line_id = e.other_id)
	)
	insert into data.import_error (import_id, line, cell, reason, warning)
	select p_import, line, 'numbers', format('%s %s, too', holder, number), true from twice
$$;
comment on function data.import_warn_lines(uuid) is 'Notes numbers that stand on two lines';
-- Once nothing is wrong the rows are staged, and what wants a look is noted, too.
create function data.import_check_lines(p_import uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_unique(p_import, array['line_ref']);
	perform data.import_check_line_cells(p_import);
	if not data.import_is_good(p_import) then
		return;
	end if;
	perform data.import_stage_lines(p_import);
	perform data.import_judge_lines(p_import);
	perform data.import_warn_lines(p_import);
end
$$;
comment on function data.import_check_lines(uuid) is 'Notes what is wrong with rows of lines, and stages them if nothing is';
-- Lists are set to what the file says. An area that is no longer imported into, or a group no
-- longer linked, ends the day before. One statement, so that the triggers which keep the lists on
-- the lines see all four tables as they will be, and find nothing left to do.
create function data.import_apply_links(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
set enable_nestloop = off
as $$
	with today as materialized (
		select data.clock()::date as day
	), file as materialized (
		select i.*, array(select c.group_id from data.crime_group c where c.group_ref = any (i.group_refs)) as group_ids
		  from data.import_line i
		 where i.import_id = p_import and i.verdict <> 'same'
	), alias_off as (
		delete from data.line_alias a using file i
		 where a.line_id = i.line_id and a.alias <> all (i.aliases)
	), alias_on as (
		insert into data.line_alias (line_id, alias)
		select i.line_id, item from file i, unnest(i.aliases) as item
		    on conflict do nothing
	), drug_off as (
		delete from data.line_drug d using file i
		 where d.line_id = i.line_id and d.drug <> all (i.drugs)
	), drug_on as (
		insert into data.line_drug (line_id, drug)
		select i.line_id, item from file i, unnest(i.drugs) as item
		    on conflict do nothing
	), import_off as (
		delete from data.line_import m using file i, today
		 where m.line_id = i.line_id and m.area <> all (i.imports) and m.valid_from >= today.day
	), import_end as (
		update data.line_import m set valid_to = today.day - 1
		  from file i, today
		 where m.line_id = i.line_id and m.area <> all (i.imports)
		   and m.valid_from < today.day and m.valid_to >= today.day
	), import_on as (
		insert into data.line_import (line_id, area, valid_from)
		select i.line_id, item, case i.verdict when 'new' then date '-infinity' else today.day end
		  from file i cross join today, unnest(i.imports) as item
		 where i.verdict = 'new' or not exists (
			select from data.line_import m where m.line_id = i.line_id and m.area = item
			   and today.day between m.valid_from and m.valid_to)
	), group_off as (
		delete from data.line_group g using file i, today
		 where g.line_id = i.line_id and i.group_refs is not null and g.group_id <> all (i.group_ids)
		   and g.valid_from >= today.day
	), group_end as (
		update data.line_group g set valid_to = today.day - 1
		  from file i, today
		 where g.line_id = i.line_id and i.group_refs is not null and g.group_id <> all (i.group_ids)
		   and g.valid_from < today.day and g.valid_to >= today.day
	), group_on as (
		insert into data.line_group (line_id, group_id, valid_from)
		select i.line_id, item, case i.verdict when 'new' then date '-infinity' else today.day end
		  from file i cross join today, unnest(i.group_ids) as item
		 where i.group_refs is not null
		   and (i.verdict = 'new' or not exists (
			select from data.line_group g where g.line_id = i.line_id and g.group_id = item
			   and today.day between g.valid_from and g.valid_to))
	)
	select data.line_numbers_add(array_agg(i.line_id), array_agg(item))
	  from file i, unnest(i.numbers) as item
$$;
comment on function data.import_apply_links(uuid) is 'Write the lists of the lines of a checked import';
-- Lists are written to the line and to their own tables alike; the triggers of those then find
-- nothing left to do, so each line is written once and gets one new version. A new line that was
-- not inserted has the reference of one that the caller may not see.
create function data.import_apply_lines(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
set enable_nestloop = off
as $$
declare
	refusals jsonb;
begin

	insert into data.line (line_id, line_ref, name, holder_force, status, export_force, export_npu, lro,
	                       bulk_marketing, first_seen, last_seen, aliases, imports, drugs, group_refs)
	select i.line_id, i.line_ref, i.name, data.my_force(), i.status, i.export_force, nullif(i.export_npu, ''),
	       nullif(i.lro, ''), coalesce(i.bulk_marketing, false), i.first_seen, i.last_seen,
	       coalesce(i.aliases, '{}'), coalesce(i.imports, '{}'), coalesce(i.drugs, '{}'),
	       coalesce(i.group_refs, '{}')
	  from data.import_line i
	 where i.import_id = p_import and i.verdict = 'new'
	    on conflict (line_ref) do nothing;
	select jsonb_agg(jsonb_build_object('line', i.line, 'cell', 'line_ref', 'reason',
			format('%s is a line that you may not change; ask a supervisor', i.line_ref)))
	  into refusals
	  from data.import_line i
	 where i.import_id = p_import and i.verdict = 'new'
	   and not exists (select from data.line l where l.line_id = i.line_id);
	if refusals is not null then
		perform data.import_refuse(refusals);
	end if;

	update data.line l
	   set name = i.name, status = i.status, export_force = i.export_force,
	       export_npu = nullif(coalesce(i.export_npu, l.export_npu), ''),
	       lro = nullif(coalesce(i.lro, l.lro), ''),
	       bulk_marketing = coalesce(i.bulk_marketing, l.bulk_marketing),
	       first_seen = i.first_seen, last_seen = i.last_seen,
	       aliases = coalesce(i.aliases, l.aliases), imports = coalesce(i.imports, l.imports),
	       drugs = coalesce(i.drugs, l.drugs), group_refs = coalesce(i.group_refs, l.group_refs)
	  from data.import_line i
	 where i.import_id = p_import and i.verdict = 'changed' and l.line_id = i.line_id;
	perform data.import_apply_links(p_import);

	select count(*) filter (where verdict = 'new'), count(*) filter (where verdict = 'changed'),
	       count(*) filter (where verdict = 'same')
	  into added, changed, same
	  from data.import_line where import_id = p_import;
end
$$;
comment on function data.import_apply_lines(uuid) is 'Write the lines of a checked import';
-- Who imports signs: the name in the record is the importer's. What is there already is the same by
-- now, or the check would have refused it. Drafts, their factors and the signatures are three
-- statements, since policies and triggers look at what the one before has written.
create function data.import_apply_assessments(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	ids uuid[];
	lines uuid[];
	models text[];
	days date[];
	factors jsonb[];
begin
	select array_agg(gen_random_uuid()), array_agg(a.line_id), array_agg(a.model), array_agg(a.signed_on),
	       array_agg(a.factors)
	  into ids, lines, models, days, factors
	  from data.import_assessments(p_import) a
	 where not exists (select from data.assessment d where d.line_id = a.line_id and d.signed_on = a.signed_on);
	added := coalesce(array_length(ids, 1), 0);
	changed := 0;
	select count(*) - added into same from data.import_assessments(p_import);

	insert into data.assessment (assessment_id, line_id, model)
	select * from unnest(ids, lines, models);
	insert into data.assessment_factor (assessment_id, model, factor, score, rationale)
	select a.id, a.model, f.key, (f.value ->> 0)::integer, f.value ->> 1
	  from unnest(ids, models, factors) as a(id, model, factors)
	 cross join lateral jsonb_each(a.factors) as f;
	update data.assessment d
	   set signed_on = a.day, signed_by = session_user
	  from unnest(ids, days) as a(id, day)
	 where d.assessment_id = a.id;
end
$$;
comment on function data.import_apply_assessments(uuid) is 'Sign the assessments of a checked import';
create function data.import_open(import uuid) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.require_role('analyst', 'supervisor');
	if not exists (select from data.import i
	                where i.import_id = import and i.login = session_user and i.finished_at is null) then
		perform data.refuse('GL005', 'There is no such import open.',
			'Open one with api.import_begin() in the same transaction.');
	end if;
end
$$;
comment on function data.import_open(uuid) is 'Raises GL005 unless the import is the caller''s own and still open';
-- Opens an import. Rows and verdict follow in the same transaction; what is not committed never was.
create function data.import_begin(kind text, file text, op uuid) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	id uuid;
begin
	perform data.require_role('analyst', 'supervisor');
	if not exists (select from ref.import_kind k where k.kind = import_begin.kind) then
		perform data.refuse('GL004', format('There is no kind of import called %L.', kind),
			'Known are: ' || (select string_agg(k.kind, ', ' order by k.position) from ref.import_kind k) || '.');
	end if;
	if op is null or exists (select from data.import i where i.login = session_user and i.op = import_begin.op) then
		perform data.refuse('GL004', 'This operation key has served for an import already.',
			'api.import_outcome() tells what came of it; a new import takes a new key.');
	end if;
	delete from data.import_error e using data.import i where i.import_id = e.import_id and i.login = session_user;
	insert into data.import (op, kind, file) values (op, kind, left(file, 1000)) returning import_id into id;
	return id;
end
$$;
comment on function data.import_begin(text, text, uuid) is 'Open an import of a kind; op is a new key that names it for ever';
-- Takes rows as [{"line": 2, "cells": {"line_ref": "L-1", ...}}, ...]; "cells" is null for a row
-- that the client could not read. Nothing is judged here but their form.
create function data.import_rows(import uuid, rows jsonb) returns bigint
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	known text[];
	needed text[];
	taken bigint;
	stranger text;
begin
	perform data.import_open(import);
	select array_agg(c.name), array_agg(c.name) filter (where c.required)
	  into known, needed
	  from ref.import_column c join data.import i on i.kind = c.kind
	 where i.import_id = import;
	insert into data.import_row (import_id, line, cells)
	select import, r.line,
	       case jsonb_typeof(r.cells) when 'object'
	            then (select jsonb_object_agg(key, btrim(value, E' \u00A0')) from jsonb_each_text(r.cells)) end
	  from jsonb_to_recordset(rows) as r(line integer, cells jsonb);
	get diagnostics taken = row_count;
	select key into stranger
	  from (select distinct jsonb_object_keys(r.cells) as key
	          from jsonb_to_recordset(rows) as r(line integer, cells jsonb)
	         where jsonb_typeof(r.cells) = 'object') as used
	 where key <> all (known)
	 limit 1;
	if stranger is null then
		select column_name into stranger
		  from unnest(needed) as column_name
		 where exists (select from jsonb_to_recordset(rows) as r(line integer, cells jsonb)
		                where jsonb_typeof(r.cells) = 'object' and r.cells ->> column_name is null)
		 limit 1;
	end if;
	if stranger is not null then
		perform data.refuse('GL004', format('A row has a column too many or too few: %s.', stranger),
			'The view api.import_columns lists them.');
	end if;
	return taken;
end
$$;
comment on function data.import_rows(uuid, jsonb) is 'Hand over rows of an open import; returns how many';
-- The rows go in any case: they may hold telephone numbers, and nobody needs them again.
create function data.import_close(p_import uuid, done boolean, p_added bigint, p_changed bigint, p_same bigint)
returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	delete from data.import_row where import_id = p_import;
	delete from data.import_line where import_id = p_import;
	if done then
		update data.import
		   set finished_at = clock_timestamp(), added = p_added, changed = p_changed, same = p_same
		 where import_id = p_import;
		perform audit.write('collection', 'import', p_import::text, '', '',
			(select jsonb_build_object('kind', i.kind, 'file', i.file, 'added', i.added, 'changed', i.changed,
				'same', i.same)
			   from data.import i where i.import_id = p_import));
	end if;
end
$$;
comment on function data.import_close(uuid, boolean, bigint, bigint, bigint) is 'End an import and keep what came of it';
-- The verdict: everything is checked, and applied if nothing is wrong. A dry run goes the same way
-- and is undone at its end, so it finds all that the run itself would.
create function data.import_finish(import uuid, dry_run boolean,
	out errors bigint, out warnings bigint, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	the_kind text;
	refusals text;
begin
	perform data.import_open(import);
	select i.kind into the_kind from data.import i where i.import_id = import;
	perform data.import_check(import, the_kind);
	added := 0;
	changed := 0;
	same := 0;
	if data.import_is_good(import) then
		begin
			execute format('select * from data.import_apply_%s($1)', the_kind)
			   into added, changed, same using import;
			if dry_run then
				raise exception using errcode = 'GLDRY', message = 'dry run';
			end if;
		exception
			when sqlstate 'GLDRY' then
				null;
			when sqlstate 'GLIMP' then
				get stacked diagnostics refusals = pg_exception_detail;
				insert into data.import_error (import_id, line, cell, reason)
				select import, line, cell, reason
				  from jsonb_to_recordset(refusals::jsonb) as r(line integer, cell text, reason text);
		end;
	end if;
	select count(*) filter (where not e.warning), count(*) filter (where e.warning)
	  into errors, warnings
	  from data.import_error e where e.import_id = import;
	perform data.import_close(import, errors = 0 and not dry_run, added, changed, same);
end
$$;
comment on function data.import_finish(uuid, boolean) is 'Check an import and apply it if nothing is wrong; what is wrong is in api.import_errors()';
-- What is handed over is gone: reasons may quote telephone numbers.
create function data.import_errors(import uuid, at_most integer)
returns table (line integer, cell text, reason text, warning boolean)
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with gone as (
		delete from data.import_error e using data.import i
		 where e.import_id = import_errors.import and i.import_id = e.import_id and i.login = session_user
		returning i.kind, e.*
	)
	select g.line, g.cell, g.reason, g.warning
	  from gone g
	  left join ref.import_column c on c.kind = g.kind and c.name = g.cell
	 order by g.line, c.position, g.reason
	 limit at_most
$$;
comment on function data.import_errors(uuid, integer) is 'What is wrong with an import that api.import_finish() refused, in the order of the file; once';
create function data.import_outcome(op uuid)
returns table (added bigint, changed bigint, same bigint)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select i.added, i.changed, i.same
	  from data.import i
	 where i.login = session_user and i.op = import_outcome.op and i.finished_at is not null
$$;
comment on function data.import_outcome(uuid) is 'What came of the import with this operation key; no row if it was not committed';
create function api.import_begin(kind text, file text, op uuid) returns uuid
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.import_begin(kind, file, op)
$$;
comment on function api.import_begin(text, text, uuid) is 'Open an import of a kind; op is a new key that names it for ever. Rows and verdict follow in the same transaction';
create function api.import_rows(import uuid, rows jsonb) returns bigint
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.import_rows(import, rows)
$$;
comment on function api.import_rows(uuid, jsonb) is 'Hand over rows of an open import, [{"line": 2, "cells": {"line_ref": "L-1"}}]; returns how many';
create function api.import_finish(import uuid, dry_run boolean,
	out errors bigint, out warnings bigint, out added bigint, out changed bigint, out same bigint)
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select errors, warnings, added, changed, same from data.import_finish(import, dry_run)
$$;
comment on function api.import_finish(uuid, boolean) is 'Check an import and apply it if nothing is wrong; what is wrong is in api.import_errors()';
create function api.import_errors(import uuid, at_most integer)
returns table (line integer, cell text, reason text, warning boolean)
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select line, cell, reason, warning from data.import_errors(import, at_most)
$$;
comment on function api.import_errors(uuid, integer) is 'What is wrong with an import that api.import_finish() refused, or wants a look (warning), in the order of the file; once';
create function api.import_outcome(op uuid)
returns table (added bigint, changed bigint, same bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select added, changed, same from data.import_outcome(op)
$$;
comment on function api.import_outcome(uuid) is 'What came of the import with this operation key; no row if it was not committed';
alter table audit.consultation enable row level security;
alter table audit.consultation force row level security;
create policy owner_reads on audit.consultation for select to gridline_owner using (true);
create policy owner_adds on audit.consultation for insert to gridline_owner with check (true);
-- For the owner, too, the log can only grow.
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy owner_reads on audit.entry for select to gridline_owner using (true);
create policy owner_adds on audit.entry for insert to gridline_owner with check (true);
create policy auditor on audit.entry for select to gridline_api using (
	exists (select from data.staff s where s.login = session_user and s.role = 'auditor'
		and s.active and s.valid_to > now())
);
alter table audit.head enable row level security;
alter table audit.head force row level security;
create policy owner on audit.head to gridline_owner using (true) with check (true);
-- Seen and changed by whoever sees and changes the line.
alter table data.assessment enable row level security;
alter table data.assessment force row level security;
create policy owner on data.assessment to gridline_owner using (true) with check (true);
create policy seen on data.assessment for select to gridline_api using (
	exists (select from data.line l where l.line_id = assessment.line_id)
);
create policy added on data.assessment for insert to gridline_api with check (
	exists (select from data.line l where l.line_id = assessment.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
create policy changed on data.assessment for update to gridline_api using (
	exists (select from data.line l where l.line_id = assessment.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
alter table data.assessment_factor enable row level security;
alter table data.assessment_factor force row level security;
create policy owner on data.assessment_factor to gridline_owner using (true) with check (true);
create policy seen on data.assessment_factor for select to gridline_api using (
	exists (select from data.assessment a where a.assessment_id = assessment_factor.assessment_id)
);
create policy added on data.assessment_factor for insert to gridline_api with check (
	exists (select from data.assessment a join data.line l using (line_id)
		where a.assessment_id = assessment_factor.assessment_id and l.holder_force =
			(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
-- Who works on a force's grid sees every group; an LRO those that run lines they see.
alter table data.crime_group enable row level security;
alter table data.crime_group force row level security;
create policy owner on data.crime_group to gridline_owner using (true) with check (true);
create policy seen on data.crime_group for select to gridline_api using (
	(select s.sees_force from data.staff s where s.login = session_user and s.valid_to > now()) is not null
	or exists (select from data.line_group lg join data.line l using (line_id)
		where lg.group_id = crime_group.group_id)
);
create policy added on data.crime_group for insert to gridline_api with check (
	(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()) is not null
);
create policy changed on data.crime_group for update to gridline_api using (
	(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()) is not null
);
-- For the functions of its owner only.
alter table data.day_turn enable row level security;
alter table data.day_turn force row level security;
create policy owner on data.day_turn to gridline_owner using (true) with check (true);
-- Everybody has their own imports.
alter table data.import enable row level security;
alter table data.import force row level security;
create policy owner on data.import to gridline_owner using (true) with check (true);
create policy mine on data.import to gridline_api using (login = session_user) with check (login = session_user);
alter table data.import_error enable row level security;
alter table data.import_error force row level security;
create policy owner on data.import_error to gridline_owner using (true) with check (true);
create policy mine on data.import_error to gridline_api
	using (import_id in (select i.import_id from data.import i where i.login = session_user))
	with check (import_id in (select i.import_id from data.import i where i.login = session_user));
alter table data.import_line enable row level security;
alter table data.import_line force row level security;
create policy owner on data.import_line to gridline_owner using (true) with check (true);
create policy mine on data.import_line to gridline_api
	using (import_id in (select i.import_id from data.import i where i.login = session_user))
	with check (import_id in (select i.import_id from data.import i where i.login = session_user));
alter table data.import_row enable row level security;
alter table data.import_row force row level security;
create policy owner on data.import_row to gridline_owner using (true) with check (true);
create policy mine on data.import_row to gridline_api
	using (import_id in (select i.import_id from data.import i where i.login = session_user))
	with check (import_id in (select i.import_id from data.import i where i.login = session_user));
-- The wall. What the caller may see stands in their staff row and is looked up once a statement.
alter table data.line enable row level security;
alter table data.line force row level security;
create policy owner on data.line to gridline_owner using (true) with check (true);
create policy search on data.line for select to gridline_search using (true);
create policy seen on data.line for select to gridline_api using (
	(
		holder_force = (select s.sees_force from data.staff s where s.login = session_user and s.valid_to > now())
		or shared and (select s.sees_force from data.staff s where s.login = session_user and s.valid_to > now()) is not null
		or (array[export_npu] || tasked_units)
			&& (select s.sees_units from data.staff s where s.login = session_user and s.valid_to > now())
	) and (
		not restricted
		or (select s.sees_restricted from data.staff s where s.login = session_user and s.valid_to > now())
		or session_user = any (readers)
	)
);
create policy added on data.line for insert to gridline_api with check (
	holder_force = (select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now())
);
create policy changed on data.line for update to gridline_api using (
	holder_force = (select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now())
) with check (
	holder_force = (select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now())
);
-- Seen and changed by whoever sees and changes the line.
alter table data.line_alias enable row level security;
alter table data.line_alias force row level security;
create policy owner on data.line_alias to gridline_owner using (true) with check (true);
create policy seen on data.line_alias for select to gridline_api using (
	exists (select from data.line l where l.line_id = line_alias.line_id)
);
create policy added on data.line_alias for insert to gridline_api with check (
	exists (select from data.line l where l.line_id = line_alias.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
create policy removed on data.line_alias for delete to gridline_api using (
	exists (select from data.line l where l.line_id = line_alias.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
-- Seen and changed by whoever sees and changes the line.
alter table data.line_drug enable row level security;
alter table data.line_drug force row level security;
create policy owner on data.line_drug to gridline_owner using (true) with check (true);
create policy seen on data.line_drug for select to gridline_api using (
	exists (select from data.line l where l.line_id = line_drug.line_id)
);
create policy added on data.line_drug for insert to gridline_api with check (
	exists (select from data.line l where l.line_id = line_drug.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
create policy removed on data.line_drug for delete to gridline_api using (
	exists (select from data.line l where l.line_id = line_drug.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
-- Seen and changed by whoever sees and changes the line.
alter table data.line_group enable row level security;
alter table data.line_group force row level security;
create policy owner on data.line_group to gridline_owner using (true) with check (true);
create policy seen on data.line_group for select to gridline_api using (
	exists (select from data.line l where l.line_id = line_group.line_id)
);
create policy added on data.line_group for insert to gridline_api with check (
	exists (select from data.line l where l.line_id = line_group.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
create policy changed on data.line_group for update to gridline_api using (
	exists (select from data.line l where l.line_id = line_group.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
create policy removed on data.line_group for delete to gridline_api using (
	exists (select from data.line l where l.line_id = line_group.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
-- Old versions are seen by whoever sees the line now.
alter table data.line_history enable row level security;
alter table data.line_history force row level security;
create policy owner on data.line_history to gridline_owner using (true) with check (true);
create policy seen on data.line_history for select to gridline_api using (
	exists (select from data.line l where l.line_id = line_history.line_id)
);
-- Seen and changed by whoever sees and changes the line.
alter table data.line_import enable row level security;
alter table data.line_import force row level security;
create policy owner on data.line_import to gridline_owner using (true) with check (true);
create policy seen on data.line_import for select to gridline_api using (
	exists (select from data.line l where l.line_id = line_import.line_id)
);
create policy added on data.line_import for insert to gridline_api with check (
	exists (select from data.line l where l.line_id = line_import.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
create policy changed on data.line_import for update to gridline_api using (
	exists (select from data.line l where l.line_id = line_import.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
create policy removed on data.line_import for delete to gridline_api using (
	exists (select from data.line l where l.line_id = line_import.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
-- Personal data: no policy for api at all. data.dossier and data.line_numbers_add are the ways in.
alter table data.line_number enable row level security;
alter table data.line_number force row level security;
create policy owner on data.line_number to gridline_owner using (true) with check (true);
alter table data.line_reader enable row level security;
alter table data.line_reader force row level security;
create policy owner on data.line_reader to gridline_owner using (true) with check (true);
-- For the functions of its owner only.
alter table data.rank_score enable row level security;
alter table data.rank_score force row level security;
create policy owner on data.rank_score to gridline_owner using (true) with check (true);
-- For the functions of its owner only.
alter table data.rank_tally enable row level security;
alter table data.rank_tally force row level security;
create policy owner on data.rank_tally to gridline_owner using (true) with check (true);
-- Colleagues' names are no secret to api; what it shows of them is up to its views.
alter table data.staff enable row level security;
alter table data.staff force row level security;
create policy owner on data.staff to gridline_owner using (true) with check (true);
create policy seen on data.staff for select to gridline_api using (true);
-- Seen by whoever sees the line.
alter table data.tasking enable row level security;
alter table data.tasking force row level security;
create policy owner on data.tasking to gridline_owner using (true) with check (true);
create policy seen on data.tasking for select to gridline_api using (
	exists (select from data.line l where l.line_id = tasking.line_id)
);
-- Seen by whoever sees the line.
alter table data.tasking_history enable row level security;
alter table data.tasking_history force row level security;
create policy owner on data.tasking_history to gridline_owner using (true) with check (true);
create policy seen on data.tasking_history for select to gridline_api using (
	exists (select from data.line l where l.line_id = tasking_history.line_id)
);
-- For the functions of its owner only.
alter table data.week_rank enable row level security;
alter table data.week_rank force row level security;
create policy owner on data.week_rank to gridline_owner using (true) with check (true);
-- For the functions of its owner only.
alter table data.week_turn enable row level security;
alter table data.week_turn force row level security;
create policy owner on data.week_turn to gridline_owner using (true) with check (true);
-- Whatever the installation made belongs to one of three roles without login; run again after upgrades.
do $$
declare
	o record;
	owner_of jsonb := '{"data": "gridline_owner", "ref": "gridline_owner", "audit": "gridline_owner",
		"search": "gridline_search", "api": "gridline_api"}';
begin
	for o in
		select n.nspname, format('schema %I', n.nspname) as what
		from pg_namespace n where owner_of ? n.nspname
		union all
		select n.nspname, format('%s %I.%I', case c.relkind when 'v' then 'view' else 'table' end, n.nspname, c.relname)
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where owner_of ? n.nspname and c.relkind in ('r', 'v', 'p')
		union all
		select n.nspname, format('function %s', p.oid::regprocedure)
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace
		where owner_of ? n.nspname
			and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
	loop
		execute format('alter %s owner to %I', o.what, owner_of ->> o.nspname);
	end loop;
end
$$;
-- Nothing is anybody's by default. Run again after upgrades.
do $$
declare
	s text;
begin
	foreach s in array array['data', 'ref', 'audit', 'search', 'api'] loop
		execute format('revoke all on schema %I from public', s);
		execute format('revoke all on all tables in schema %I from public', s);
		execute format('revoke all on all functions in schema %I from public', s);
	end loop;
end
$$;
-- Beyond what it owns: the search keys come from a function of its own schema.
grant usage on schema search to gridline_owner;
grant usage on schema data to gridline_search;
grant select (line_id, search_text) on data.line to gridline_search;
-- What api may do with tables, row policies permitting. Numbers, readers and tallies: nothing.
grant usage on schema data, ref, audit, search to gridline_api;
grant select on all tables in schema ref to gridline_api;
grant select on data.line, data.line_history, data.line_alias, data.line_import, data.line_drug, data.line_group,
	data.crime_group, data.staff, data.assessment, data.assessment_factor, data.tasking, data.tasking_history
	to gridline_api;
grant insert, update on data.line, data.crime_group, data.assessment to gridline_api;
grant insert, delete on data.line_alias, data.line_drug to gridline_api;
grant insert, delete, update on data.line_import, data.line_group to gridline_api;
grant insert on data.assessment_factor to gridline_api;
grant select on audit.entry to gridline_api;
grant execute on function data.refuse(text, text, text), data.clock(), data.search_key(text), data.my_force(),
	data.standing(text, uuid[]), data.seek_rank(text, bigint), data.rank_at(text, timestamptz), data.rank_now(text), data.moved(text),
	data.change_text(boolean, bigint, bigint), data.turn(), data.consult(text, uuid, text), data.dossier(uuid),
	data.line_numbers_add(uuid[], text[]), audit.write(text, text, text, text, text, jsonb), audit.verify(),
	search.candidates(text, int) to gridline_api;
-- Imports run as gridline_api, so that row policies bind them like everything else. Numbers it may
-- hand over, not read.
grant select, insert, update on data.import to gridline_api;
grant select, insert, update, delete on data.import_row, data.import_line, data.import_error to gridline_api;
grant execute on function search.similarity(text, text), data.require_role(text[]),
	data.parse_day(text), data.parse_number(text), data.nearest_terms(text, text),
	data.assessment_factors(uuid), data.line_numbers_new(uuid[], text[]),
	data.line_numbers_elsewhere(uuid[], text[]) to gridline_api;
do $$
declare
	f regprocedure;
begin
	for f in select oid from pg_proc where pronamespace = 'data'::regnamespace and proname like 'import\_%' loop
		execute format('grant execute on function %s to gridline_api', f);
	end loop;
end
$$;
-- The group roles: api and nothing else; the policies tell them apart.
grant usage on schema api to gridline_analyst, gridline_lro, gridline_supervisor, gridline_auditor, gridline_admin;
grant select on all tables in schema api
	to gridline_analyst, gridline_lro, gridline_supervisor, gridline_auditor, gridline_admin;
grant execute on all functions in schema api
	to gridline_analyst, gridline_lro, gridline_supervisor, gridline_auditor, gridline_admin;
do $$
begin
	execute format('grant connect on database %I to gridline_analyst, gridline_lro, gridline_supervisor,
		gridline_auditor, gridline_admin', current_database());
end
$$;
-- A new installation is at the version its files describe; what upgrade files exist bring others to it.
insert into ref.schema_version (version, note) values (1, 'install');
-- The roles are as role/ means them, whoever made them before.
do $$
declare
	wrong text;
begin
	select string_agg(r.name, ', ') into wrong
	from unnest(array['owner', 'api', 'search', 'analyst', 'lro', 'supervisor', 'auditor', 'admin']) as x (suffix)
	cross join lateral (select 'gridline_' || x.suffix as name) r
	left join pg_roles p on p.rolname = r.name
	where p.oid is null or p.rolcanlogin or p.rolsuper or p.rolbypassrls or p.rolcreaterole or p.rolcreatedb
		or p.rolreplication;
	if wrong is not null then
		raise exception 'roles missing or with rights they must not have: %', wrong;
	end if;
	select string_agg(format('%s is a member of %s', m.rolname, g.rolname), ', ') into wrong
	from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
	where m.rolname like 'gridline\_%' or g.rolname in ('gridline_owner', 'gridline_api', 'gridline_search');
	if wrong is not null then
		raise exception 'memberships that open the walls: %', wrong;
	end if;
end
$$;
-- data, ref and audit belong to gridline_owner, search to gridline_search, api to gridline_api.
do $$
declare
	wrong text;
begin
	select string_agg(o.what, ', ') into wrong
	from (
		select n.nspname as place, 'schema ' || n.nspname as what, n.nspowner as owner from pg_namespace n
		union all
		select n.nspname, c.oid::regclass::text, c.relowner
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind in ('r', 'v', 'm', 'p', 'S', 'f')
		union all
		select n.nspname, p.oid::regprocedure::text, p.proowner
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace
		where not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
	) o
	join (values ('data', 'gridline_owner'), ('ref', 'gridline_owner'), ('audit', 'gridline_owner'),
		('search', 'gridline_search'), ('api', 'gridline_api')) as meant (place, owner) using (place)
	where o.owner <> meant.owner::regrole;
	if wrong is not null then
		raise exception 'not owned as meant: %', wrong;
	end if;
end
$$;
-- Row security is on and forced on every table of data and audit, and says something for its owner.
do $$
declare
	wrong text;
begin
	select string_agg(c.oid::regclass::text, ', ') into wrong
	from pg_class c
	where c.relnamespace in ('data'::regnamespace, 'audit'::regnamespace) and c.relkind in ('r', 'p')
		and not (c.relrowsecurity and c.relforcerowsecurity
			and exists (select from pg_policy p where p.polrelid = c.oid));
	if wrong is not null then
		raise exception 'without forced row security: %', wrong;
	end if;
	select string_agg(format('%s on %s', p.polname, p.polrelid::regclass), ', ') into wrong
	from pg_policy p
	where not p.polroles <@ array['gridline_owner'::regrole::oid, 'gridline_api'::regrole, 'gridline_search'::regrole]
		or pg_get_expr(p.polqual, p.polrelid) ~* 'current_setting|current_user|current_role'
		or pg_get_expr(p.polwithcheck, p.polrelid) ~* 'current_setting|current_user|current_role';
	if wrong is not null then
		raise exception 'policies for the wrong roles, or keyed on what a user can change: %', wrong;
	end if;
	if exists (select from pg_policy where polrelid = 'data.line_number'::regclass
			and polroles <> array['gridline_owner'::regrole::oid]) then
		raise exception 'a policy opens data.line_number';
	end if;
end
$$;
-- Every function pins its search path with pg_temp last, unless its names were looked up when it was
-- made (a body without quotes); what users call runs as its owner.
do $$
declare
	wrong text;
begin
	select string_agg(p.oid::regprocedure::text, ', ') into wrong
	from pg_proc p
	where p.pronamespace in ('data'::regnamespace, 'ref'::regnamespace, 'audit'::regnamespace,
			'search'::regnamespace, 'api'::regnamespace)
		and p.prosqlbody is null
		and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
		and not exists (select from unnest(p.proconfig) c where c ~ '^search_path=.*pg_temp$');
	if wrong is not null then
		raise exception 'functions without a pinned search path: %', wrong;
	end if;
	select string_agg(p.oid::regprocedure::text, ', ') into wrong
	from pg_proc p where p.pronamespace = 'api'::regnamespace and not p.prosecdef;
	if wrong is not null then
		raise exception 'api functions that would ask for the caller''s own rights: %', wrong;
	end if;
	select string_agg(c.oid::regclass::text, ', ') into wrong
	from pg_class c
	where c.relnamespace = 'api'::regnamespace and c.reloptions::text ~ 'security_(barrier|invoker)';
	if wrong is not null then
		raise exception 'views that would not reach their index or their policy: %', wrong;
	end if;
end
$$;
-- PUBLIC has nothing, users have api, api has no way to numbers, readers and tallies, and no one can
-- make objects.
do $$
declare
	wrong text;
begin
	select string_agg(format('%s for %s on %s', a.privilege_type, coalesce(r.rolname, 'public'), o.what), ', ') into wrong
	from (
		select n.nspname as place, 'schema ' || n.nspname as what, n.nspacl as acl from pg_namespace n
		union all
		select n.nspname, c.oid::regclass::text, c.relacl from pg_class c join pg_namespace n on n.oid = c.relnamespace
		union all
		select n.nspname, c.oid::regclass || '.' || a.attname, a.attacl
		from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
		union all
		select n.nspname, p.oid::regprocedure::text, coalesce(p.proacl, acldefault('f', p.proowner))
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace
	) o
	cross join lateral aclexplode(o.acl) a
	left join pg_roles r on r.oid = a.grantee
	where o.place in ('data', 'ref', 'audit', 'search', 'api')
		and not coalesce(r.rolname in ('gridline_owner', 'gridline_api', 'gridline_search') or r.rolsuper, false)
		and not (o.place = 'api' and coalesce(r.rolname ~ '^gridline_(analyst|lro|supervisor|auditor|admin)$', false)
			and a.privilege_type in ('USAGE', 'SELECT', 'EXECUTE') and not a.is_grantable);
	if wrong is not null then
		raise exception 'rights that nobody meant to give: %', wrong;
	end if;
	select string_agg(c.oid::regclass::text, ', ') into wrong
	from pg_class c
	where c.oid in ('data.line_number'::regclass, 'data.line_reader'::regclass, 'data.rank_score'::regclass,
			'data.rank_tally'::regclass, 'data.week_rank'::regclass, 'data.week_turn'::regclass,
			'search.line'::regclass, 'audit.head'::regclass, 'audit.consultation'::regclass)
		and has_any_column_privilege('gridline_api', c.oid, 'select, insert, update');
	if wrong is not null then
		raise exception 'api can reach: %', wrong;
	end if;
	if has_schema_privilege('public', 'public', 'create') or has_schema_privilege('public', 'public', 'usage')
		or has_database_privilege('public', current_database(), 'create')
		or has_database_privilege('public', current_database(), 'temp')
		or has_database_privilege('public', current_database(), 'connect') then
		raise exception 'PUBLIC can connect, or make objects, in this database';
	end if;
end
$$;
-- Everything says what it is.
do $$
declare
	wrong text;
begin
	select string_agg(o.what, ', ') into wrong
	from (
		select n.oid::regnamespace::text as what, obj_description(n.oid, 'pg_namespace') as said
		from pg_namespace n where n.nspname in ('data', 'ref', 'audit', 'search', 'api')
		union all
		select c.oid::regclass::text, obj_description(c.oid, 'pg_class')
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('data', 'ref', 'audit', 'search', 'api') and c.relkind in ('r', 'v', 'p')
		union all
		select c.oid::regclass || '.' || a.attname, col_description(c.oid, a.attnum)
		from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
		where n.nspname in ('data', 'ref', 'audit', 'search') and c.relkind in ('r', 'p')
			and a.attnum > 0 and not a.attisdropped
		union all
		select p.oid::regprocedure::text, obj_description(p.oid, 'pg_proc')
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace
		where n.nspname in ('data', 'ref', 'audit', 'search', 'api')
			and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
		union all
		select rolname, shobj_description(oid, 'pg_authid') from pg_roles where rolname like 'gridline\_%'
	) o
	where o.said is null;
	if wrong is not null then
		raise exception 'without a comment: %', wrong;
	end if;
end
$$;
-- Reference data without which rules would quietly not bite.
do $$
declare
	wrong text;
begin
	if (select count(*) from ref.force where number is not null) <> 43 then
		raise exception 'the territorial forces are not 43';
	end if;
	if not exists (select from ref.band where min_score = 0) then
		raise exception 'no band holds the score 0';
	end if;
	select string_agg(f.model || ' ' || f.code, ', ') into wrong
	from ref.score_factor f
	where (select array_agg(s.value order by s.value) from ref.score_scale s where s.model = f.model and s.factor = f.code)
		is distinct from (select array_agg(v) from generate_series(0, f.scale_max) v);
	if wrong is not null then
		raise exception 'factors whose scale is not worded from 0 to its top: %', wrong;
	end if;
	if (select count(*) from ref.setting) <> 1 then
		raise exception 'the settings are not one row';
	end if;
end
$$;
