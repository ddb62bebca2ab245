-- SPDX-License-Identifier: MIT
-- Rows are added only, so that no writer waits for another over a count; data.tally_fold() takes them away.
create table data.tally_change (like data.tally including comments);
comment on table data.tally_change is 'What is to be added to data.tally';
