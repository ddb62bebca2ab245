-- SPDX-License-Identifier: MIT
-- Rationale is the short form; the six heads of the National Decision Model may say more.
create table data.review_decision (
	decision_id uuid primary key default gen_random_uuid(),
	review_id uuid not null references data.review,
	item_id uuid not null unique references data.review_item,
	line_id uuid references data.line,
	decision text collate "C" not null references ref.decision,
	rationale text not null check (rationale <> ''),
	information text not null default '',
	threat text not null default '',
	powers text not null default '',
	options text not null default '',
	action text not null default '',
	ethics text not null default '',
	decided_by text collate "C" not null references data.staff,
	decided_at timestamptz not null,
	authority text not null check (authority in ('chair', 'delegated')),
	recorded_by text collate "C" not null default session_user,
	recorded_at timestamptz not null default clock_timestamp(),
	referred_to text not null default '',
	said text not null
);
create index review_decision_review on data.review_decision (review_id);
create index review_decision_line on data.review_decision (line_id) where line_id is not null;
comment on table data.review_decision is 'Decisions of reviews: what, why, whose and when; never changed';
comment on column data.review_decision.decision_id is 'Identity';
comment on column data.review_decision.review_id is 'Review';
comment on column data.review_decision.item_id is 'Item it settles';
comment on column data.review_decision.line_id is 'Line it is about';
comment on column data.review_decision.decision is 'ref.decision';
comment on column data.review_decision.rationale is 'Why, in short';
comment on column data.review_decision.information is 'Head 1: information and intelligence';
comment on column data.review_decision.threat is 'Head 2: threat and risk';
comment on column data.review_decision.powers is 'Head 3: powers and policy';
comment on column data.review_decision.options is 'Head 4: options and contingencies';
comment on column data.review_decision.action is 'Head 5: action, and how it is reviewed';
comment on column data.review_decision.ethics is 'At the centre: the Code of Ethics';
comment on column data.review_decision.decided_by is 'Login whose decision it is';
comment on column data.review_decision.decided_at is 'Business time';
comment on column data.review_decision.authority is 'As the chair, or delegated by the chair';
comment on column data.review_decision.recorded_by is 'Login that wrote it down';
comment on column data.review_decision.recorded_at is 'Real time it was written down';
comment on column data.review_decision.referred_to is 'To whom it is referred';
comment on column data.review_decision.said is 'What it did';
