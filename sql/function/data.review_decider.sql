-- SPDX-License-Identifier: MIT
create function data.review_decider(r data.review, d ref.decision, p_login text, out login text, out fault text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(nullif(p_login, ''), case when data.review_authority(r, session_user) is not null then session_user::text else r.chair end),
		(select case
			when data.review_authority(r, x.login) is null then format('%s has the chair, and has not delegated it to %s', r.chair, x.login)
			when not coalesce(s.active and s.valid_to > now(), false) then format('%s has no access any more', x.login)
			when s.role <> all (d.roles) then format('%s is decided by: %s', lower(d.label), array_to_string(d.roles, ', ')) end
		from (select coalesce(nullif(p_login, ''), case when data.review_authority(r, session_user) is not null then session_user::text else r.chair end) as login) x
		left join data.staff s on s.login = x.login)
$$;
comment on function data.review_decider(data.review, ref.decision, text) is 'Whose decision it is: who is named, else the caller if they may, else the chair; and why it cannot be theirs';
