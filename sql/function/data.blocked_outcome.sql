-- SPDX-License-Identifier: MIT
create function data.blocked_outcome(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when step in ('outcome_ratify', 'outcome_refuse') and c.state <> 'claimed' then format('it is %s', c.state)
		when step = 'outcome_ratify' and session_user = c.claimed_by then 'you claimed it: another supervisor ratifies it'
		when step = 'outcome_ratify' and not l.is_open then 'its line is closed already'
		when step = 'outcome_ratify' and data.line_open_taskings(c.line_id) is not null
			then format('complete or cancel the open taskings of its line first: %s', data.line_open_taskings(c.line_id))
		when step = 'outcome_ratify' and exists (select from data.deconfliction d where d.is_open and c.line_id in (d.line_a, d.line_b))
			then 'its line may be the same as another: deconflict them first'
		when step in ('checkback_pass', 'checkback_fail') and c.state <> 'provisional' then format('it is %s', c.state)
		when step = 'outcome_revoke' and c.state not in ('provisional', 'verified') then format('it is %s', c.state)
	end
	from data.closure c join data.line l using (line_id)
	where c.closure_id = id
$$;
comment on function data.blocked_outcome(text, uuid) is 'Why a step cannot be taken on an outcome as it stands; null if it can';
