-- SPDX-License-Identifier: MIT
-- Beyond what it owns: the search keys come from a function of its own schema.
grant usage on schema search to gridline_owner;
grant execute on function search.near_names(text, text[], int) to gridline_owner;
