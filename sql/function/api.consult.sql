-- SPDX-License-Identifier: MIT
create function api.consult(kind text, id uuid, justification text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	found_one boolean;
begin
	case kind
		when 'line' then select exists (select from data.line l where l.line_id = id) into found_one;
		when 'group' then select exists (select from data.crime_group g where g.group_id = id) into found_one;
		else perform data.refuse('GL004', format('There are no records of kind %s.', kind), 'Consult a line or a group.');
	end case;
	if not found_one then
		perform data.refuse('GL005', format('There is no such %s, or it is not yours to see.', kind),
			'Look it up in the list again.');
	end if;
	if coalesce(btrim(justification), '') = '' and (select s.justification from ref.setting s) = 'required' then
		perform data.refuse('GL004', 'A consultation needs a justification.',
			'Say in a few words why you need to see this record.');
	end if;
	return data.consult(kind, id, coalesce(btrim(justification), ''));
end
$$;
comment on function api.consult(text, uuid, text) is 'First step to personal data: logs why, returns the token for api.dossier once committed';
