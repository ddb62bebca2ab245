-- SPDX-License-Identifier: MIT
create table ref.score_model (
	code text collate "C" primary key,
	label text not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.score_model is 'Versions of the local threat score';
comment on column ref.score_model.code is 'Code in files';
comment on column ref.score_model.label is 'What a person reads';
comment on column ref.score_model.valid_from is 'First day a score may be signed under it';
comment on column ref.score_model.valid_to is 'Last day a score may be signed under it';
