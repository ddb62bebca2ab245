-- SPDX-License-Identifier: MIT
create table ref.assessment_state (
	code text collate "C" primary key,
	label text not null,
	position int not null
);
comment on table ref.assessment_state is 'How far an assessment has come';
comment on column ref.assessment_state.code is 'Code';
comment on column ref.assessment_state.label is 'What a person reads';
comment on column ref.assessment_state.position is 'Order in lists';
insert into ref.assessment_state values ('proposed', 'Proposed', 1), ('moderated', 'Moderated', 2), ('signed', 'Signed', 3),
	('returned', 'Returned', 4), ('withdrawn', 'Withdrawn', 5), ('imported', 'Of a file, being signed', 6);
