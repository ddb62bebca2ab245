-- SPDX-License-Identifier: MIT
create view api.score_factors as
	select m.code as model, m.label as model_label, m.valid_from, m.valid_to, f.code as factor, f.label, f.weight,
	       f.scale_max, s.value, s.wording, f.position
	  from ref.score_model m
	  join ref.score_factor f on f.model = m.code
	  left join ref.score_scale s on s.model = f.model and s.factor = f.code;
comment on view api.score_factors is 'The score models, their factors and what each step of a scale says';
comment on column api.score_factors.model is 'Code of the model';
comment on column api.score_factors.model_label is 'Its name';
comment on column api.score_factors.valid_from is 'First day it is in force';
comment on column api.score_factors.valid_to is 'Last day';
comment on column api.score_factors.factor is 'Code of the factor';
comment on column api.score_factors.label is 'Its name';
comment on column api.score_factors.weight is 'What it counts';
comment on column api.score_factors.scale_max is 'The highest score it can have';
comment on column api.score_factors.value is 'A step of its scale';
comment on column api.score_factors.wording is 'What the step says';
comment on column api.score_factors.position is 'Order of the factors';
