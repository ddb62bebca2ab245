-- SPDX-License-Identifier: MIT
-- What the cells of one row say of each other. A closed tasking has its day, an open one has none; what was done
-- says what came of it. A cell that is no day is told by itself and is null here.
create function data.import_check_tasking_days(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with told as materialized (
		select r.line, r.cells, s.code as state, s.label as state_label, s.is_open, u.code as unit, u.valid_from, u.valid_to,
		       data.parse_day(r.cells ->> 'raised_on') as raised, data.parse_day(r.cells ->> 'due_on') as due,
		       data.parse_day(r.cells ->> 'closed_on') as closed
		  from data.import_row r
		  left join ref.tasking_state s on s.code = lower(r.cells ->> 'state')
		  left join ref.unit u on lower(u.code) = lower(r.cells ->> 'unit')
		 where r.import_id = p_import and r.cells is not null
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, t.line, x.cell, x.reason
	  from told t
	 cross join lateral (values
		('line_ref', 'is empty, and so is group_ref: name what it is about', t.cells ->> 'line_ref' = '' and t.cells ->> 'group_ref' = ''),
		('group_ref', 'names more than one group: write a row for each', t.cells ->> 'group_ref' like '%;%'),
		('due_on', format('%s lies before it was raised, %s', t.due, t.raised), t.due < t.raised),
		('closed_on', format('%s lies before it was raised, %s', t.closed, t.raised), t.closed < t.raised),
		('closed_on', format('is empty: a tasking that is %s has the day it was closed', lower(t.state_label)),
			t.state in ('complete', 'cancelled', 'refused') and t.cells ->> 'closed_on' = ''),
		('closed_on', format('is given, but a tasking that is %s is not closed', lower(t.state_label)),
			(t.is_open or t.state = 'draft') and t.cells ->> 'closed_on' <> ''),
		('result', format('is empty: a tasking that is %s says what came of it', lower(t.state_label)),
			t.state in ('complete', 'result', 'reviewed') and t.cells ->> 'result' = ''),
		('unit', format('%s was no unit on %s', data.import_quote(t.unit), t.raised), t.raised not between t.valid_from and t.valid_to),
		('unit', format('%s is no unit any more on %s, when it is due', t.unit, t.due),
			t.is_open and t.raised between t.valid_from and t.valid_to and t.due not between t.valid_from and t.valid_to)) as x (cell, reason, applies)
	 where x.applies and x.reason is not null
$$;
comment on function data.import_check_tasking_days(uuid) is 'Notes rows of taskings whose cells do not go together';
