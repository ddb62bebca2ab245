-- SPDX-License-Identifier: MIT
-- ok is null where it cannot be told yet: the fields as they are typed so far will not do.
create function api.step_many_preview(step text, ids uuid[], cells jsonb)
returns table (place int, object_id uuid, ref text, ok boolean, said text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step;
	filled jsonb := coalesce((
		select jsonb_object_agg(c.key, btrim(c.value, E' \t\r\n')) from jsonb_each_text(coalesce($3, '{}')) c), '{}');
begin
	for place, object_id in select i.n, i.id from unnest(ids[:5000]) with ordinality i (id, n) loop
		ref := data.step_ref(step, object_id);
		begin
			s := data.step_allowed(step, object_id);
			said := data.step_blocked(s, object_id);
			ok := said is null;
			if ok then
				ok := null;
				perform data.step_check(s, object_id, filled);
				ok := true;
				select string_agg(t.label || ': ' || t.text, '; ') into said
				from (select * from data.step_told(s, object_id, filled) limit 4) t;
			end if;
		exception when sqlstate 'GL002' or sqlstate 'GL003' or sqlstate 'GL004' or sqlstate 'GL005' then
			ok := case when sqlstate <> 'GL004' then false end;
			said := sqlerrm;
		end;
		return next;
	end loop;
end
$$;
comment on function api.step_many_preview(text, uuid[], jsonb) is 'What the same step on many records would do to each';
