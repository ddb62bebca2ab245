-- SPDX-License-Identifier: MIT
-- A list cell as a set in the vocabulary's own spelling and the order lines keep it in; null for a
-- column that the file has not.
create function data.import_set(value text, vocabulary text) returns text[]
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	if value is null or value = '' then
		return case when value is not null then '{}'::text[] end;
	end if;
	case vocabulary
	when 'location' then
		return array(select distinct a.code
		               from data.import_items(value) as item join ref.area a on lower(a.code) = lower(item)
		              order by 1);
	when 'drug' then
		return array(select d.code from ref.drug d
		              where lower(d.code) in (select lower(item) from data.import_items(value) as item)
		              order by d.position);
	when 'number' then
		return array(select distinct data.parse_number(item) from data.import_items(value) as item order by 1);
	else
		return array(select distinct item collate "C" from data.import_items(value) as item order by 1);
	end case;
end
$$;
comment on function data.import_set(text, text) is 'The distinct items of a list cell, sorted';
