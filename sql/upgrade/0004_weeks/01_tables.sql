-- SPDX-License-Identifier: MIT
-- Weeks and counts: what a review freezes is the whole board, past weeks and counts are kept at hand. In the
-- order of an installation; what was there is altered first.
-- What goes, or comes back with other columns.
drop function data.panel_versions();
