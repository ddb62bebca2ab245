-- SPDX-License-Identifier: MIT
create table data.review_tasking (
	review_id uuid not null references data.review,
	decision_id uuid not null references data.review_decision,
	tasking_id uuid not null references data.tasking,
	primary key (decision_id, tasking_id)
);
create index review_tasking_tasking on data.review_tasking (tasking_id);
comment on table data.review_tasking is 'Taskings raised with a decision, in the same transaction';
comment on column data.review_tasking.review_id is 'Review';
comment on column data.review_tasking.decision_id is 'Decision';
comment on column data.review_tasking.tasking_id is 'Tasking';
