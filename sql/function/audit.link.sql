-- SPDX-License-Identifier: MIT
create function audit.link(previous bytea, e audit.entry) returns bytea
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select sha256(previous || convert_to(jsonb_build_array(e.entry_id,
		(extract(epoch from e.at) * 1000000)::bigint, e.operation, e.login, e.object_kind, e.object_id,
		e.justification, e.recipient, e.detail)::text, 'UTF8'))
$$;
comment on function audit.link(bytea, audit.entry) is 'The hash of an entry that follows a hash';
