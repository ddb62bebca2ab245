-- SPDX-License-Identifier: MIT
-- Short vocabularies that need nothing but a word and what it means.
create table ref.word (
	vocabulary text not null,
	code text collate "C" not null,
	label text not null,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	primary key (vocabulary, code),
	check (valid_from <= valid_to)
);
comment on table ref.word is 'Short vocabularies: what identifiers, grades, routes and ranks can be';
comment on column ref.word.vocabulary is 'Which, as in api.terms';
comment on column ref.word.code is 'Code in files';
comment on column ref.word.label is 'What a person reads';
comment on column ref.word.position is 'Order in lists';
comment on column ref.word.valid_from is 'First day of validity';
comment on column ref.word.valid_to is 'Last day of validity';
