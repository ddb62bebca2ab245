-- SPDX-License-Identifier: MIT
-- Why something is on an agenda. An item stands under the first of its reasons.
create table ref.review_kind (
	code text collate "C" primary key,
	label text not null,
	position int not null
);
comment on table ref.review_kind is 'Reasons to be on the agenda of a review, in the order of the meeting';
comment on column ref.review_kind.code is 'Code in files';
comment on column ref.review_kind.label is 'What a person reads';
comment on column ref.review_kind.position is 'Order on the agenda';
