-- SPDX-License-Identifier: MIT
-- Names differ by a number far more often than brands do, so the trigrams of brands are few and rare where
-- those of a million names are neither. A brand that no line has any more stays: it costs nothing.
create table search.brand (
	brand text primary key
);
create index brand_text on search.brand using gin (brand search.gin_trgm_ops) with (fastupdate = off);
comment on table search.brand is 'Brands of open lines under a trigram index: names and aliases without their numbers';
comment on column search.brand.brand is 'Normalised name or alias without numbers';
