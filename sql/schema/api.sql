-- SPDX-License-Identifier: MIT
create schema api;
comment on schema api is 'All that users may touch: views without personal data, and functions. Documented in gridline-data(7)';
