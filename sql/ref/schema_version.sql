-- SPDX-License-Identifier: MIT
-- A new installation is at the version its files describe; what upgrade files exist bring others to it.
insert into ref.schema_version (version, note) values (4, 'install');
