-- SPDX-License-Identifier: MIT
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
	merged_into uuid references data.line,
	successor_of uuid references data.line,
	status_before text collate "C",
	foreign key (status, is_open) references ref.line_status (code, is_open) on update cascade,
	check ((score is null) = (band is null)),
	check (first_seen <= last_seen),
	check (merged_into <> line_id),
	check (successor_of <> line_id)
);
create index line_ranked on data.line (sort_score, sort_seen, line_ref) include (grid_part, valid_from, line_id) where is_open;
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
create index line_changed on data.line (valid_from);
create index line_merged on data.line (merged_into) where merged_into is not null;
create index line_successor on data.line (successor_of) where successor_of is not null;
create index line_last_review on data.line (coalesce(last_review, '-infinity'), line_ref);
-- Who sees a line is told without a look at the line.
create index line_sight on data.line (line_id) include (holder_force, shared, restricted, export_npu, tasked_units, readers);
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
comment on column data.line.merged_into is 'The line it turned out to be';
comment on column data.line.successor_of is 'The closed line that it goes on from';
comment on column data.line.status_before is 'Status it goes back to when a merge is undone';
