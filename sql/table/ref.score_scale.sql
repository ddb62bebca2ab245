-- SPDX-License-Identifier: MIT
create table ref.score_scale (
	model text collate "C" not null,
	factor text collate "C" not null,
	value int not null check (value >= 0),
	wording text not null,
	primary key (model, factor, value),
	foreign key (model, factor) references ref.score_factor
);
comment on table ref.score_scale is 'What each value of a factor means, so that two scorers mean the same';
comment on column ref.score_scale.model is 'Model';
comment on column ref.score_scale.factor is 'Factor';
comment on column ref.score_scale.value is '0 to the factor''s scale_max';
comment on column ref.score_scale.wording is 'When to give this value';
