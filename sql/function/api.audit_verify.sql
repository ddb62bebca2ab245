-- SPDX-License-Identifier: MIT
create function api.audit_verify()
returns table (entries bigint, head text, first_bad bigint, problem text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select v.entries, v.head, v.first_bad, v.problem from audit.verify() v
	where case when exists (select from data.staff s where s.login = session_user and s.role = 'auditor'
			and s.active and s.valid_to > now()) then true
		else data.refuse('GL002', 'Only auditors may check the log.', 'Ask an auditor.') end
$$;
comment on function api.audit_verify() is 'Is the log whole; for auditors';
