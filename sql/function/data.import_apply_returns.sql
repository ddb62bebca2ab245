-- SPDX-License-Identifier: MIT
-- A correction stands from now on; what it replaces stays for reports as at a day before.
create function data.import_apply_returns(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	moment timestamptz := data.clock();
begin
	perform data.import_open(p_import);
	update data.return_value v set replaced_at = moment, replaced_by = session_user
	  from data.import_return i
	 where i.import_id = p_import and i.verdict = 'changed' and v.value_id = i.there and v.replaced_at is null;
	insert into data.return_value (series, period_start, period_end, breakdown, category, value, source, received_on, version, entered_at)
	select i.series, i.period_start, i.period_end, i.breakdown, i.category, i.value, i.source, moment::date,
		1 + coalesce((select v.version from data.return_value v where v.value_id = i.there), 0), moment
	  from data.import_return i
	 where i.import_id = p_import and i.verdict <> 'same'
	 order by i.line;
	select count(*) filter (where i.verdict = 'new'), count(*) filter (where i.verdict = 'changed'), count(*) filter (where i.verdict = 'same')
	  into added, changed, same
	  from data.import_return i where i.import_id = p_import;
end
$$;
comment on function data.import_apply_returns(uuid) is 'Write the returns of a checked import';
