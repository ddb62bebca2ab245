-- SPDX-License-Identifier: MIT
create schema audit;
comment on schema audit is 'The log of DPA 2018 s.62: append-only, hash-chained';
