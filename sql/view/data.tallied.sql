-- SPDX-License-Identifier: MIT
create view data.tallied as
	select * from data.tally
	union all
	select * from data.tally_change;
comment on view data.tallied is 'The tallies: of each key the sum of its rows';
