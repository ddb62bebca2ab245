-- SPDX-License-Identifier: MIT
-- What one field alone can tell; the reason is read after the field's name. The shapes and the words are
-- those of files.
create function data.cell_fault(f ref.step_field, value text) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	bad text := data.import_bad_character(value, f.shape = 'block');
	today date := data.clock()::date;
	reason text;
begin
	if coalesce(btrim(value, E' \t\r\n'), '') = '' then
		return case when f.required then 'is empty' end;
	elsif bad is not null then
		return format('holds the character U+%s, which may not stand in text',
			upper(lpad(to_hex(ascii(bad)), case when ascii(bad) > 65535 then 5 else 4 end, '0')));
	elsif f.shape not in ('number', 'scale') and length(value) > f.max_length then
		return format('has %s characters, at most %s are allowed', length(value), f.max_length);
	end if;
	case f.shape
	when 'reference' then
		if value !~* '^[a-z0-9][a-z0-9._/-]*$' then
			return format('%s is not a reference: letters, digits and . _ / - only', data.import_quote(value));
		end if;
	when 'flag' then
		if lower(value) not in ('yes', 'no') then
			return format('%s is neither yes nor no', data.import_quote(value));
		end if;
	when 'number', 'scale' then
		if value !~ '^[0-9]{1,9}$' then
			return format('%s is not a whole number of at most nine digits', data.import_quote(value));
		elsif value::int > f.max_length then
			return format('%s is over %s, the highest that can be given', value, f.max_length);
		end if;
	when 'date', 'day' then
		if data.parse_day(value) is null then
			return format('%s is not a day; days are written like %s', data.import_quote(value), today);
		elsif f.shape = 'date' and data.parse_day(value) > today then
			return format('%s lies in the future: today is %s', value, today);
		end if;
	when 'term', 'terms' then
		select string_agg(format('%s is not known', data.import_quote(item)) || data.nearest_terms(f.vocabulary, item), '; ')
		into reason
		from data.import_items(case f.shape when 'terms' then value else replace(value, ';', ',') end) item
		where not exists (select from api.terms t where t.vocabulary = f.vocabulary and lower(t.code) = lower(item));
		return reason;
	when 'groups' then
		select string_agg(format('there is no group %s', data.import_quote(item)), '; ') into reason
		from data.import_items(value) item
		where not exists (select from data.crime_group g where lower(g.group_ref) = lower(item));
		return reason;
	when 'phones' then
		select string_agg(format('%s is not a telephone number; write it like 07700 900123 or +447700900123',
			data.import_quote(item)), '; ') into reason
		from data.import_items(value) item where data.parse_number(item) is null;
		return reason;
	when 'text', 'texts', 'block' then
		null;
	end case;
	return null;
end
$$;
comment on function data.cell_fault(ref.step_field, text) is 'What is wrong with a field by itself; null if nothing is';
