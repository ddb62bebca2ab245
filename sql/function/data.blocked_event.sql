-- SPDX-License-Identifier: MIT
create function data.blocked_event(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case when e.voided then 'it is voided already'
		when step = 'ddtro_comply' and e.kind <> 'ddtro' then 'it is no restriction order'
		when step = 'event_void' and data.proof_of(id) is not null
			then format('it is a proof of the Type 1 outcome %s: refuse or revoke that first', data.proof_of(id)) end
	from data.event(id) e
$$;
comment on function data.blocked_event(text, uuid) is 'Why a step cannot be taken on an event as it stands; null if it can';
