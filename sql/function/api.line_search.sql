-- SPDX-License-Identifier: MIT
create function api.line_search(word text) returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	key text := data.search_key(word);
	bound int;
	ids uuid[];
begin
	if key is null or length(key) < 3 then
		return null;
	end if;
	select search_bound into bound from ref.setting;
	ids := array(select search.candidates('%' || replace(replace(replace(key, '\', '\\'), '%', '\%'), '_', '\_') || '%', bound));
	if cardinality(ids) >= bound then
		return null;
	end if;
	return array(select l.line_id from data.line l where l.line_id = any (ids));
end
$$;
comment on function api.line_search(text) is 'Visible lines that hold a word; null if it is too short or too common: walk then, with search_text like';
