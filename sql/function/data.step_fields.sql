-- SPDX-License-Identifier: MIT
-- The form of a step: its own fields and, where it scores, two for each factor of the model in force:
-- FACTOR the score, FACTOR_why the evidence and the reason.
create function data.step_fields(p_step text) returns setof ref.step_field
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select f.* from ref.step_field f where f.step = p_step
	union all
	select s.step, s.factor, s.at, s.section, s.label, s.help, s.shape, null, true, s.most, false
	from (
		select p.step, x.factor, 100 + 10 * f.position + x.n as at, f.label as section, x.label, x.help, x.shape, x.most
		from ref.step p
		cross join ref.clock c
		join ref.score_model m on c.today between m.valid_from and m.valid_to
		join ref.score_factor f on f.model = m.code
		cross join lateral (values
			(1, f.code, f.label, '0 to ' || f.scale_max || '; the wording says when to give which.', 'scale', f.scale_max),
			(2, f.code || '_why', 'Evidence and reason', 'What it rests on, and why this value and not the next.', 'block', 4000)
		) x (n, factor, label, help, shape, most)
		where p.step = p_step and p.factors
	) s
$$;
comment on function data.step_fields(text) is 'The fields of a step''s form, in no order';
