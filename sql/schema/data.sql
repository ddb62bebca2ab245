-- SPDX-License-Identifier: MIT
create schema data;
comment on schema data is 'The tables. No user has any right here: schema api is the way in';
