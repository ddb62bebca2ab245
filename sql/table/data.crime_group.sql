-- SPDX-License-Identifier: MIT
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
