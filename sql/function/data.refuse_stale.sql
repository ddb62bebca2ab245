-- SPDX-License-Identifier: MIT
-- yours and now are cells by field. What differs is shown side by side, a line a field.
create function data.refuse_stale(what text, seen int, version int, changed_by text, yours jsonb default '{}',
	now jsonb default '{}')
returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	raise exception using errcode = 'GL003',
		message = format('%s was changed by %s while you wrote: it is at version %s, you saw %s.',
			what, changed_by, version, coalesce(seen::text, 'none')),
		detail = coalesce((
			select string_agg(format('%s: yours %L, now %L', y.key, y.value, coalesce(n.value, '')), E'\n' order by y.key)
			from jsonb_each_text(yours) y left join jsonb_each_text(now) n using (key)
			where y.value is distinct from coalesce(n.value, '')), ''),
		hint = 'Nothing was saved. Look at both, choose, and save again.';
end
$$;
comment on function data.refuse_stale(text, int, int, text, jsonb, jsonb) is 'Refuses a step that was taken on an older version than stands';
