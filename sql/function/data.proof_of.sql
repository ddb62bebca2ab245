-- SPDX-License-Identifier: MIT
create function data.proof_of(p_event uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select c.outcome_ref from data.closure c
	where c.charge_id = p_event and c.state in ('claimed', 'provisional', 'verified')
	order by c.outcome_ref limit 1
$$;
comment on function data.proof_of(uuid) is 'The outcome that stands on an event; null if none does, and the event may change';
