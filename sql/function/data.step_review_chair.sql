-- SPDX-License-Identifier: MIT
create function data.step_review_chair(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_chair', p_id, p_version);
	who data.staff;
	fault text;
begin
	select * into who from data.staff s where s.login = cells ->> 'to';
	fault := case cells ->> 'act'
		when 'hand-over' then coalesce(data.chair_fault(who.login, r.force), case when who.login = r.chair then 'has the chair already' end)
		when 'end' then case when data.review_authority(r, who.login) is distinct from 'delegated' then 'nothing is delegated to them' end
		else case
			when who.force <> r.force or who.role not in ('supervisor', 'analyst') or not who.active or who.valid_to <= now()
				then format('a supervisor or an analyst of %s can be trusted with it', r.force)
			when data.review_authority(r, who.login) is not null then 'may decide already' end
	end;
	if fault is not null then
		perform data.refuse_fields(array['to: ' || fault]);
	end if;
	insert into data.review_chair (review_id, n, act, login, reason, at)
	values (r.review_id, 1 + (select count(*) from data.review_chair c where c.review_id = r.review_id), cells ->> 'act', who.login,
		cells ->> 'reason', data.clock());
	update data.review x set chair = case when cells ->> 'act' = 'hand-over' then who.login else x.chair end, row_version = x.row_version + 1
	where x.review_id = r.review_id returning * into r;
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format(case cells ->> 'act' when 'hand-over' then '%s has the chair' when 'end' then '%s decides no more'
		else '%s may decide for the chair' end, who.login);
	lines := '{}';
end
$$;
comment on function data.step_review_chair(uuid, int, jsonb) is 'Hand the chair over, delegate decisions, or end that';
