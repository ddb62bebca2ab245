-- SPDX-License-Identifier: MIT
-- Each record is a step of its own: done, or refused by itself. Its operation key comes from the one given, so
-- sending the whole again does nothing twice.
create function api.step_many(step text, ids uuid[], versions int[], cells jsonb, op uuid)
returns table (place int, object_id uuid, ref text, ok boolean, said text, new_version int)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if cardinality(ids) > 5000 then
		perform data.refuse('GL004', format('%s records are too many at once.', cardinality(ids)), 'Take at most 5000.');
	elsif op is null then
		perform data.refuse('GL004', 'A step needs an operation key.', 'Give it a new one: gen_random_uuid().');
	end if;
	for place, object_id in select i.n, i.id from unnest(ids) with ordinality i (id, n) loop
		begin
			select t.ref, t.said, t.new_version into ref, said, new_version
			from api.step(step, object_id, versions[place], cells, md5(op || ' ' || object_id)::uuid) t;
			ok := true;
		exception when sqlstate 'GL002' or sqlstate 'GL003' or sqlstate 'GL004' or sqlstate 'GL005' then
			ok := false;
			said := sqlerrm;
			new_version := null;
			ref := data.step_ref(step, object_id);
		end;
		return next;
	end loop;
end
$$;
comment on function api.step_many(text, uuid[], int[], jsonb, uuid) is 'The same step on many records, each done or refused by itself';
