-- SPDX-License-Identifier: MIT
create table ref.schema_version (
	version int primary key check (version > 0),
	note text not null,
	applied_at timestamptz not null default clock_timestamp()
);
comment on table ref.schema_version is 'One row an installation or upgrade; the highest version is the one in force';
comment on column ref.schema_version.version is 'Number of the upgrade file; 1 is the first installation';
comment on column ref.schema_version.note is 'Slug of the upgrade file, or install';
comment on column ref.schema_version.applied_at is 'When, by the server''s own clock';
