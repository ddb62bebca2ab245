-- SPDX-License-Identifier: MIT
-- Figures as at a day are counted from here: a revocation restates what is counted after it, and not what
-- was counted before.
create table data.closure_state (
	closure_id uuid not null references data.closure on delete cascade,
	at timestamptz not null,
	n int not null,
	state text collate "C" not null,
	login text collate "C" not null default session_user,
	reason text not null default '',
	primary key (closure_id, n)
);
create index closure_state_at on data.closure_state (at);
comment on table data.closure_state is 'Every state an outcome was in';
comment on column data.closure_state.closure_id is 'Outcome';
comment on column data.closure_state.at is 'Business time';
comment on column data.closure_state.n is 'Order';
comment on column data.closure_state.state is 'The state from then on';
comment on column data.closure_state.login is 'Who brought it there';
comment on column data.closure_state.reason is 'Why, where it was refused or revoked';
