-- SPDX-License-Identifier: MIT
-- Weeks and counts: what a review freezes is the whole board, past weeks and counts are kept at hand. In the
-- order of an installation; what was there is altered first.
insert into ref.schema_version (version, note) values (4, 'upgrade');
