-- SPDX-License-Identifier: MIT
create table data.assessment_factor (
	assessment_id uuid not null references data.assessment on delete cascade,
	model text collate "C" not null,
	factor text collate "C" not null,
	score int not null,
	rationale text not null check (rationale <> ''),
	primary key (assessment_id, factor),
	foreign key (model, factor) references ref.score_factor
);
comment on table data.assessment_factor is 'The factors of an assessment with their reasons';
comment on column data.assessment_factor.assessment_id is 'Assessment';
comment on column data.assessment_factor.model is 'Its model';
comment on column data.assessment_factor.factor is 'Factor';
comment on column data.assessment_factor.score is '0 to the factor''s scale_max';
comment on column data.assessment_factor.rationale is 'Why';
