-- SPDX-License-Identifier: MIT
create view api.terms as
	select v.vocabulary, v.code, v.label, v.position
	from ref.clock c
	cross join lateral (
		select 'status' as vocabulary, code, label, position from ref.line_status where c.today between valid_from and valid_to
		union all select 'band', code, label, position from ref.band
		union all select 'force', code, label, position from ref.force where c.today between valid_from and valid_to
		union all select 'npu', code, label, position from ref.unit
			where kind in ('npu', 'lpa') and c.today between valid_from and valid_to
		union all select 'drug', code, label, position from ref.drug where c.today between valid_from and valid_to
		union all select 'location', code, label, position from ref.area where c.today between valid_from and valid_to
		union all select 'unit', code, label, position from ref.unit where c.today between valid_from and valid_to
		union all select 'operation', code, label, position from ref.operation where c.today between valid_from and valid_to
		union all select 'lro', login, name, row_number() over (order by login)::int from data.staff
			where role = 'lro' and active
		union all select 'officer', login, name, row_number() over (order by login)::int from data.staff
			where role in ('analyst', 'lro', 'supervisor') and active
		union all select 'tasking_state', code, label, position from ref.tasking_state where c.today between valid_from and valid_to
		union all select 'tasking_route', code, label, position from ref.tasking_route
		union all select 'tasking_template', code, label, position from ref.tasking_template
			where c.today between valid_from and valid_to
		union all select 'person_category', code, label, position from ref.person_category
			where c.today between valid_from and valid_to
		union all select w.vocabulary, w.code, w.label, w.position from ref.word w
			where c.today between w.valid_from and w.valid_to
		union all select 'offence', code, label, position from ref.offence where c.today between valid_from and valid_to
		union all select 'decision', code, label, position from ref.decision where c.today between valid_from and valid_to
		union all select 'review_series', name, name, row_number() over (order by name)::int from data.review_series
		union all select 'chair', login, name, row_number() over (order by login)::int from data.staff
			where role = 'supervisor' and active
		union all select 'decider', login, name, row_number() over (order by login)::int from data.staff
			where role in ('supervisor', 'analyst') and active
		union all select 'group_kind', code, label, position from ref.group_kind
		union all select 'group_band', code, label, position from ref.group_band
		union all select 'series', code, label, position from ref.series
	) v;
comment on view api.terms is 'The words of the reference tables that are valid today, for filters, files and completion';
