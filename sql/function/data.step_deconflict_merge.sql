-- SPDX-License-Identifier: MIT
create function data.step_deconflict_merge(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.deconfliction := data.deconfliction_lock('deconflict_merge', p_id, p_version);
	winner data.line;
	loser data.line;
begin
	select * into winner from data.line l where l.line_id in (d.line_a, d.line_b) and l.line_ref = cells ->> 'into_ref' for update;
	if winner.line_id is null then
		perform data.refuse_fields(array[format('into_ref: it is neither of the two: %s', concat_ws(' or ',
			(select line_ref from data.line where line_id = d.line_a), (select line_ref from data.line where line_id = d.line_b)))]);
	elsif not winner.is_open then
		perform data.refuse_fields(array[format('into_ref: %s is closed; the one that goes on is open, or is reopened first', winner.line_ref)]);
	end if;
	select * into strict loser from data.line l where l.line_id in (d.line_a, d.line_b) and l.line_id <> winner.line_id for update;
	update data.line x set status = 'merged', merged_into = winner.line_id, status_before = loser.status
	where x.line_id = loser.line_id;
	-- A name that is kept from the readers of the other line stays behind its wall.
	if loser.name not in ('', winner.name) and (winner.restricted or not loser.restricted) then
		insert into data.line_alias (line_id, alias) values (winner.line_id, loser.name) on conflict do nothing;
	end if;
	update data.deconfliction x set state = 'merged', into_line = winner.line_id, decided_on = data.clock()::date,
		decided_by = session_user, rationale = cells ->> 'rationale', row_version = x.row_version + 1
	where x.deconfliction_id = d.deconfliction_id returning x.row_version into version;
	perform audit.write('combination', 'line', winner.line_ref, '', '', jsonb_build_object('merged', loser.line_ref));
	id := d.deconfliction_id;
	ref := winner.line_ref;
	said := format('%s is merged into %s', loser.line_ref, winner.line_ref);
	lines := '{}';
	perform data.pair_told(winner.line_id, loser.line_id, 'deconflict_merge', id, 'Two lines were merged', cells ->> 'rationale');
end
$$;
comment on function data.step_deconflict_merge(uuid, int, jsonb) is 'Merge two lines; both histories stay';
