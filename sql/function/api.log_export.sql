-- SPDX-License-Identifier: MIT
create function api.log_export(listing text, filter text, row_count bigint, recipient text default '')
returns bigint
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select audit.write('disclosure', 'export', listing, '', coalesce(nullif(btrim(recipient), ''), session_user),
		jsonb_build_object('filter', filter, 'rows', row_count))
	where case when data.my_force() is null then data.refuse('GL002', 'Only staff may export.',
		'Ask the database administrator for an entry in the staff table.') else true end
$$;
comment on function api.log_export(text, text, bigint, text) is 'Log that a listing was handed out, and to whom: the caller, if nobody is named';
