-- SPDX-License-Identifier: MIT
create table data.review_chair (
	review_id uuid not null references data.review,
	n int not null,
	act text collate "C" not null check (act in ('hand-over', 'delegate', 'end')),
	login text collate "C" not null references data.staff,
	reason text not null check (reason <> ''),
	at timestamptz not null,
	by_login text collate "C" not null default session_user,
	primary key (review_id, n)
);
comment on table data.review_chair is 'Who was handed the chair of a review, and to whom decisions were delegated';
comment on column data.review_chair.review_id is 'Review';
comment on column data.review_chair.n is 'Order';
comment on column data.review_chair.act is 'hand-over: chairs from then on; delegate: may decide, too; end: may not any more';
comment on column data.review_chair.login is 'To whom';
comment on column data.review_chair.reason is 'Why';
comment on column data.review_chair.at is 'Business time';
comment on column data.review_chair.by_login is 'Who said so';
