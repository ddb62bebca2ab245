-- SPDX-License-Identifier: MIT
-- api.terms are the words of today. A file may speak of a line that was last seen before a unit
-- was dissolved, so it is held against these.
create view ref.term as
	select 'status' as vocabulary, code from ref.line_status
	union all select 'force', code from ref.force
	union all select 'npu', code from ref.unit where kind in ('npu', 'lpa')
	union all select 'drug', code from ref.drug
	union all select 'location', code from ref.area
	union all select 'lro', login from data.staff where role = 'lro'
	union all select 'person_category', code from ref.person_category
	union all select vocabulary, code from ref.word
	union all select 'offence', code from ref.offence
	union all select 'unit', code from ref.unit
	union all select 'operation', code from ref.operation
	union all select 'tasking_route', code from ref.tasking_route
	union all select 'tasking_state', code from ref.tasking_state
	union all select 'officer', login from data.staff where role in ('analyst', 'lro', 'supervisor')
	union all select 'group_kind', code from ref.group_kind
	union all select 'group_band', code from ref.group_band
	union all select 'series', code from ref.series;
comment on view ref.term is 'The words that files may use, those of other days among them';
comment on column ref.term.vocabulary is 'Where the word belongs, as in api.terms';
comment on column ref.term.code is 'The word';
