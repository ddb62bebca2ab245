-- SPDX-License-Identifier: MIT
-- Beyond what it owns: the search keys come from a function of its own schema.
grant usage on schema search to gridline_owner;
