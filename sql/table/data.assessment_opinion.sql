-- SPDX-License-Identifier: MIT
-- What is in force stands in data.assessment_factor; here is what each scorer gave, so that disagreement
-- can be seen for good.
create table data.assessment_opinion (
	assessment_id uuid not null references data.assessment on delete cascade,
	stage text collate "C" not null check (stage in ('proposed', 'moderated', 'second')),
	factor text collate "C" not null,
	score int not null check (score >= 0),
	rationale text not null,
	login text collate "C" not null default session_user,
	at timestamptz not null,
	primary key (assessment_id, stage, factor)
);
comment on table data.assessment_opinion is 'What each scorer of an assessment gave';
comment on column data.assessment_opinion.assessment_id is 'Assessment';
comment on column data.assessment_opinion.stage is 'proposed, moderated or second';
comment on column data.assessment_opinion.factor is 'Factor';
comment on column data.assessment_opinion.score is 'What they gave';
comment on column data.assessment_opinion.rationale is 'Their evidence and reason';
comment on column data.assessment_opinion.login is 'Who';
comment on column data.assessment_opinion.at is 'Business time';
