-- SPDX-License-Identifier: MIT
create table ref.score_factor (
	model text collate "C" not null references ref.score_model,
	code text collate "C" not null,
	label text not null,
	weight int not null check (weight > 0),
	scale_max int not null default 5 check (scale_max > 0),
	position int not null,
	primary key (model, code)
);
comment on table ref.score_factor is 'Factors of a model: score = sum(weight * given) * 100 / sum(weight * scale_max), rounded';
comment on column ref.score_factor.model is 'Model it belongs to';
comment on column ref.score_factor.code is 'Code in files';
comment on column ref.score_factor.label is 'What a person reads';
comment on column ref.score_factor.weight is 'How much it counts';
comment on column ref.score_factor.scale_max is 'Highest value that can be given; the lowest is 0';
comment on column ref.score_factor.position is 'Order on the form';
