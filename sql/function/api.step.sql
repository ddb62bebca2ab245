-- SPDX-License-Identifier: MIT
create function api.step(step text, id uuid, version int, cells jsonb, op uuid)
returns table (object_id uuid, ref text, new_version int, said text, repeated boolean)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step := data.step_allowed(step, id);
	filled jsonb := coalesce((
		select jsonb_object_agg(c.key, btrim(c.value, E' \t\r\n'))
		from jsonb_each_text(coalesce($4, '{}')) c), '{}');
begin
	if op is null then
		perform data.refuse('GL004', 'A step needs an operation key.', 'Give it a new one: gen_random_uuid().');
	end if;
	perform data.step_check(s, id, filled);
	return query select t.id, t.ref, t.version, t.said, t.repeated
		from data.step_take(s, id, version, data.step_words(s, filled), op) t;
end
$$;
comment on function api.step(text, uuid, int, jsonb, uuid) is 'Do one thing to a record: which, to what, the version that was seen, the fields, and a new key that names this doing for ever';
