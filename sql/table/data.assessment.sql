-- SPDX-License-Identifier: MIT
create table data.assessment (
	assessment_id uuid primary key default gen_random_uuid(),
	line_id uuid not null references data.line on delete cascade,
	model text collate "C" not null references ref.score_model,
	signed_on date,
	signed_by text collate "C",
	total int check (total between 0 and 100),
	band text collate "C" references ref.band,
	created_at timestamptz not null default clock_timestamp(),
	created_by text collate "C" not null default session_user,
	state text collate "C" not null default 'proposed' references ref.assessment_state,
	proposer text collate "C" not null default session_user,
	proposed_on date,
	moderated_by text collate "C",
	moderated_on date,
	second_by text collate "C",
	second_on date,
	row_version int not null default 1,
	unique (line_id, signed_on),
	check ((signed_on is null) = (signed_by is null) and (signed_on is null) = (total is null)
		and (signed_on is null) = (band is null)),
	check ((state = 'signed') = (signed_on is not null)),
	check (signed_by <> proposer),
	check (moderated_by <> proposer),
	check (second_by not in (proposer, signed_by))
);
create unique index assessment_under_way on data.assessment (line_id) where state in ('proposed', 'moderated');
comment on table data.assessment is 'Threat scores of lines; immutable once signed';
comment on column data.assessment.assessment_id is 'Identity';
comment on column data.assessment.line_id is 'Line';
comment on column data.assessment.model is 'Version of the score model';
comment on column data.assessment.signed_on is 'Day of signature; null while a draft';
comment on column data.assessment.signed_by is 'Login of the signer';
comment on column data.assessment.total is 'Worked out from the factors on signature';
comment on column data.assessment.band is 'Band of the total on signature';
comment on column data.assessment.created_at is 'When entered, by the server''s own clock';
comment on column data.assessment.created_by is 'Login that entered it';
comment on column data.assessment.state is 'ref.assessment_state';
comment on column data.assessment.proposer is 'Login that proposed it; "file" for the unnamed scorer of a file';
comment on column data.assessment.proposed_on is 'Day, of the business clock';
comment on column data.assessment.moderated_by is 'Login of the analyst who moderated it; never the proposer';
comment on column data.assessment.moderated_on is 'Day';
comment on column data.assessment.second_by is 'Who scored it a second time, by themselves: neither proposer nor signer';
comment on column data.assessment.second_on is 'Day';
comment on column data.assessment.row_version is 'Goes up with every step';
