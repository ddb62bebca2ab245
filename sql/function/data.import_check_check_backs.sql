-- SPDX-License-Identifier: MIT
create function data.import_check_check_backs(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, fault.cell, fault.reason
	  from (select line, lower(cells ->> 'kind') as kind, data.parse_day(cells ->> 'on') as closed,
	               coalesce(cells ->> 'charge_ref', '') as charge_ref, coalesce(cells ->> 'check_back_on', '') as checked,
	               lower(coalesce(cells ->> 'check_back_result', '')) as result, coalesce(cells ->> 'reason', '') as reason
	          from data.import_row where import_id = p_import and cells is not null) as r
	 cross join (select check_back_days as days from ref.setting) as s
	 cross join lateral (values
		('charge_ref', case when r.kind = 'type2' and r.charge_ref <> '' then 'is of a Type 1 outcome, and this is a Type 2' end),
		('check_back_on', case when r.kind = 'type2' and r.checked <> '' then 'is of a Type 1 outcome, and this is a Type 2'
			when r.result <> '' and r.checked = '' then 'is empty, and check_back_result is not'
			else data.checkback_fault(r.result, data.parse_day(r.checked), r.closed, r.closed + s.days) end),
		('check_back_result', case when r.kind = 'type2' and r.result <> '' then 'is of a Type 1 outcome, and this is a Type 2'
			when r.checked <> '' and r.result = '' then 'is empty, and check_back_on is not' end),
		('reason', case when r.result = 'failed' and r.reason = '' then 'is empty: say what shows that the line is in use again' end)
	 ) as fault (cell, reason)
	 where fault.reason is not null
$$;
comment on function data.import_check_check_backs(uuid) is 'Notes what of a row of outcomes does not go together';
