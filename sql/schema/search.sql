-- SPDX-License-Identifier: MIT
-- The trigram extension lives here, too: what it adds is of use to the search table only.
create schema search;
comment on schema search is 'The search table, reached by api functions only';
create extension if not exists pg_trgm schema search;
