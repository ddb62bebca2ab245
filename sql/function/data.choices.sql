-- SPDX-License-Identifier: MIT
-- A line a choice: what is typed, a tab, what it means.
create function data.choices(f ref.step_field) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(case f.shape
		when 'scale' then (
			select string_agg(s.value || E'\t' || s.wording, E'\n' order by s.value)
			from ref.score_scale s
			join ref.score_model m on m.code = s.model
			join ref.clock c on c.today between m.valid_from and m.valid_to
			where s.factor = f.name)
		when 'groups' then (
			select string_agg(g.group_ref || E'\t' || g.name, E'\n' order by g.group_ref)
			from (select x.group_ref, x.name from data.crime_group x order by x.group_ref limit 500) g)
		when 'flag' then E'yes\t\nno\t'
		else (
			select string_agg(t.code || E'\t' || case when t.label = t.code then '' else t.label end, E'\n' order by t.position, t.code)
			from api.terms t where t.vocabulary = f.vocabulary)
	end, '')
$$;
comment on function data.choices(ref.step_field) is 'What a field can be completed to';
